namespace BlueGreen.Ecs;

/// <summary>The operating system of a task: <c>operatingSystemFamily</c> of <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RuntimePlatform.html">RuntimePlatform</see>. A value that is not known here is kept as it is.</summary>
/// <param name="Value">The value as AWS writes it; capitals matter.</param>
public readonly record struct OperatingSystemFamily(string Value) : IOpenValue<OperatingSystemFamily>
{
    /// <summary><c>LINUX</c>: Linux. What is used when nothing is given.</summary>
    public static OperatingSystemFamily Linux { get; } = new("LINUX");

    /// <summary><c>WINDOWS_SERVER_2025_FULL</c>: Windows Server 2025 with desktop.</summary>
    public static OperatingSystemFamily WindowsServer2025Full { get; } = new("WINDOWS_SERVER_2025_FULL");

    /// <summary><c>WINDOWS_SERVER_2025_CORE</c>: Windows Server 2025 without desktop.</summary>
    public static OperatingSystemFamily WindowsServer2025Core { get; } = new("WINDOWS_SERVER_2025_CORE");

    /// <summary><c>WINDOWS_SERVER_2022_FULL</c>: Windows Server 2022 with desktop.</summary>
    public static OperatingSystemFamily WindowsServer2022Full { get; } = new("WINDOWS_SERVER_2022_FULL");

    /// <summary><c>WINDOWS_SERVER_2022_CORE</c>: Windows Server 2022 without desktop.</summary>
    public static OperatingSystemFamily WindowsServer2022Core { get; } = new("WINDOWS_SERVER_2022_CORE");

    /// <summary><c>WINDOWS_SERVER_2019_FULL</c>: Windows Server 2019 with desktop.</summary>
    public static OperatingSystemFamily WindowsServer2019Full { get; } = new("WINDOWS_SERVER_2019_FULL");

    /// <summary><c>WINDOWS_SERVER_2019_CORE</c>: Windows Server 2019 without desktop.</summary>
    public static OperatingSystemFamily WindowsServer2019Core { get; } = new("WINDOWS_SERVER_2019_CORE");

    /// <summary><c>WINDOWS_SERVER_2016_FULL</c>: Windows Server 2016 with desktop.</summary>
    public static OperatingSystemFamily WindowsServer2016Full { get; } = new("WINDOWS_SERVER_2016_FULL");

    /// <summary><c>WINDOWS_SERVER_2004_CORE</c>: Windows Server, version 2004, without desktop.</summary>
    public static OperatingSystemFamily WindowsServer2004Core { get; } = new("WINDOWS_SERVER_2004_CORE");

    /// <summary><c>WINDOWS_SERVER_20H2_CORE</c>: Windows Server, version 20H2, without desktop.</summary>
    public static OperatingSystemFamily WindowsServer20H2Core { get; } = new("WINDOWS_SERVER_20H2_CORE");

    /// <summary>The value of that text.</summary>
    public static implicit operator OperatingSystemFamily(string value) => FromString(value);

    /// <inheritdoc />
    public static OperatingSystemFamily FromString(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(value);
    }

    /// <inheritdoc />
    public override string ToString() => Value;
}
