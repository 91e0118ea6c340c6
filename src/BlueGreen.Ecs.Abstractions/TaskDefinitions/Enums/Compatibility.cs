namespace BlueGreen.Ecs;

/// <summary>Where a task can run: <c>requiresCompatibilities</c> of <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html">RegisterTaskDefinition</see>. A value that is not known here is kept as it is.</summary>
/// <param name="Value">The value as AWS writes it; capitals matter.</param>
public readonly record struct Compatibility(string Value) : IOpenValue<Compatibility>
{
    /// <summary><c>EC2</c>: On EC2 instances of the cluster.</summary>
    public static Compatibility Ec2 { get; } = new("EC2");

    /// <summary><c>FARGATE</c>: On Fargate, without instances.</summary>
    public static Compatibility Fargate { get; } = new("FARGATE");

    /// <summary><c>EXTERNAL</c>: On machines outside AWS that are registered with the cluster.</summary>
    public static Compatibility External { get; } = new("EXTERNAL");

    /// <summary><c>MANAGED_INSTANCES</c>: On instances that ECS manages.</summary>
    public static Compatibility ManagedInstances { get; } = new("MANAGED_INSTANCES");

    /// <summary>The value of that text.</summary>
    public static implicit operator Compatibility(string value) => FromString(value);

    /// <inheritdoc />
    public static Compatibility FromString(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(value);
    }

    /// <inheritdoc />
    public override string ToString() => Value;
}
