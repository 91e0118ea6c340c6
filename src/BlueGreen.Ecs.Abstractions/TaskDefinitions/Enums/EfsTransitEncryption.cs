namespace BlueGreen.Ecs;

/// <summary>Whether traffic between the instance and the EFS server is encrypted: <c>transitEncryption</c> of <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html">EFSVolumeConfiguration</see>. A value that is not known here is kept as it is.</summary>
/// <param name="Value">The value as AWS writes it; capitals matter.</param>
public readonly record struct EfsTransitEncryption(string Value) : IOpenValue<EfsTransitEncryption>
{
    /// <summary><c>ENABLED</c>: It is.</summary>
    public static EfsTransitEncryption Enabled { get; } = new("ENABLED");

    /// <summary><c>DISABLED</c>: It is not. What is used when nothing is given.</summary>
    public static EfsTransitEncryption Disabled { get; } = new("DISABLED");

    /// <summary>The value of that text.</summary>
    public static implicit operator EfsTransitEncryption(string value) => FromString(value);

    /// <inheritdoc />
    public static EfsTransitEncryption FromString(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(value);
    }

    /// <inheritdoc />
    public override string ToString() => Value;
}
