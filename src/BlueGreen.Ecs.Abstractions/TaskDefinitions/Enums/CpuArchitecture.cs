namespace BlueGreen.Ecs;

/// <summary>The processor architecture of a task: <c>cpuArchitecture</c> of <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RuntimePlatform.html">RuntimePlatform</see>. A value that is not known here is kept as it is.</summary>
/// <param name="Value">The value as AWS writes it; capitals matter.</param>
public readonly record struct CpuArchitecture(string Value) : IOpenValue<CpuArchitecture>
{
    /// <summary><c>X86_64</c>: Intel and AMD, 64 bits. What is used when nothing is given.</summary>
    public static CpuArchitecture X8664 { get; } = new("X86_64");

    /// <summary><c>ARM64</c>: ARM, 64 bits, such as Graviton.</summary>
    public static CpuArchitecture Arm64 { get; } = new("ARM64");

    /// <summary>The value of that text.</summary>
    public static implicit operator CpuArchitecture(string value) => FromString(value);

    /// <inheritdoc />
    public static CpuArchitecture FromString(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(value);
    }

    /// <inheritdoc />
    public override string ToString() => Value;
}
