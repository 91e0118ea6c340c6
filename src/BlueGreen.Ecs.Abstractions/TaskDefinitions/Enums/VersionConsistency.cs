namespace BlueGreen.Ecs;

/// <summary>Whether ECS resolves the tag of an image to a digest once per deployment: <c>versionConsistency</c> of <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html">ContainerDefinition</see>. A value that is not known here is kept as it is.</summary>
/// <param name="Value">The value as AWS writes it; capitals matter.</param>
public readonly record struct VersionConsistency(string Value) : IOpenValue<VersionConsistency>
{
    /// <summary><c>enabled</c>: All tasks of a deployment run the same image. What is used when nothing is given.</summary>
    public static VersionConsistency Enabled { get; } = new("enabled");

    /// <summary><c>disabled</c>: Every task pulls what the tag means at that time.</summary>
    public static VersionConsistency Disabled { get; } = new("disabled");

    /// <summary>The value of that text.</summary>
    public static implicit operator VersionConsistency(string value) => FromString(value);

    /// <inheritdoc />
    public static VersionConsistency FromString(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(value);
    }

    /// <inheritdoc />
    public override string ToString() => Value;
}
