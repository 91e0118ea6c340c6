namespace BlueGreen.Ecs;

/// <summary>How far a container must have come: <c>condition</c> of <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html">ContainerDependency</see>. A value that is not known here is kept as it is.</summary>
/// <param name="Value">The value as AWS writes it; capitals matter.</param>
public readonly record struct ContainerCondition(string Value) : IOpenValue<ContainerCondition>
{
    /// <summary><c>START</c>: It has started.</summary>
    public static ContainerCondition Start { get; } = new("START");

    /// <summary><c>COMPLETE</c>: It has ended, whatever its exit code. Not for an essential container.</summary>
    public static ContainerCondition Complete { get; } = new("COMPLETE");

    /// <summary><c>SUCCESS</c>: It has ended with exit code 0. Not for an essential container.</summary>
    public static ContainerCondition Success { get; } = new("SUCCESS");

    /// <summary><c>HEALTHY</c>: Its health check has passed.</summary>
    public static ContainerCondition Healthy { get; } = new("HEALTHY");

    /// <summary>The value of that text.</summary>
    public static implicit operator ContainerCondition(string value) => FromString(value);

    /// <inheritdoc />
    public static ContainerCondition FromString(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(value);
    }

    /// <inheritdoc />
    public override string ToString() => Value;
}
