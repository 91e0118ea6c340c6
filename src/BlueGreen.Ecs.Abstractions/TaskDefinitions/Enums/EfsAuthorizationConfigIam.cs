namespace BlueGreen.Ecs;

/// <summary>Whether the task role is used to mount an EFS file system: <c>iam</c> of <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSAuthorizationConfig.html">EFSAuthorizationConfig</see>. A value that is not known here is kept as it is.</summary>
/// <param name="Value">The value as AWS writes it; capitals matter.</param>
public readonly record struct EfsAuthorizationConfigIam(string Value) : IOpenValue<EfsAuthorizationConfigIam>
{
    /// <summary><c>ENABLED</c>: It is; transit encryption must be on.</summary>
    public static EfsAuthorizationConfigIam Enabled { get; } = new("ENABLED");

    /// <summary><c>DISABLED</c>: It is not. What is used when nothing is given.</summary>
    public static EfsAuthorizationConfigIam Disabled { get; } = new("DISABLED");

    /// <summary>The value of that text.</summary>
    public static implicit operator EfsAuthorizationConfigIam(string value) => FromString(value);

    /// <inheritdoc />
    public static EfsAuthorizationConfigIam FromString(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(value);
    }

    /// <inheritdoc />
    public override string ToString() => Value;
}
