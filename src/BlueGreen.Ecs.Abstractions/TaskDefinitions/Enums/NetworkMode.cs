namespace BlueGreen.Ecs;

/// <summary>How the containers of a task reach the network: <c>networkMode</c> of <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html">RegisterTaskDefinition</see>. A value that is not known here is kept as it is.</summary>
/// <param name="Value">The value as AWS writes it; capitals matter.</param>
public readonly record struct NetworkMode(string Value) : IOpenValue<NetworkMode>
{
    /// <summary><c>bridge</c>: Docker's virtual network on the instance. What Linux instances use when nothing is given.</summary>
    public static NetworkMode Bridge { get; } = new("bridge");

    /// <summary><c>host</c>: The instance's own network: one task per port and instance.</summary>
    public static NetworkMode Host { get; } = new("host");

    /// <summary><c>awsvpc</c>: A network interface of its own for every task. The only mode of Fargate.</summary>
    public static NetworkMode Awsvpc { get; } = new("awsvpc");

    /// <summary><c>none</c>: No network, and no port mappings.</summary>
    public static NetworkMode None { get; } = new("none");

    /// <summary>The value of that text.</summary>
    public static implicit operator NetworkMode(string value) => FromString(value);

    /// <inheritdoc />
    public static NetworkMode FromString(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(value);
    }

    /// <inheritdoc />
    public override string ToString() => Value;
}
