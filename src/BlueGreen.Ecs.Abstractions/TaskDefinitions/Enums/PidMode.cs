namespace BlueGreen.Ecs;

/// <summary>Whose processes the containers of a task see: <c>pidMode</c> of <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html">RegisterTaskDefinition</see>. A value that is not known here is kept as it is.</summary>
/// <param name="Value">The value as AWS writes it; capitals matter.</param>
public readonly record struct PidMode(string Value) : IOpenValue<PidMode>
{
    /// <summary><c>host</c>: Those of the instance. Not on Fargate.</summary>
    public static PidMode Host { get; } = new("host");

    /// <summary><c>task</c>: Those of all containers of the task.</summary>
    public static PidMode Task { get; } = new("task");

    /// <summary>The value of that text.</summary>
    public static implicit operator PidMode(string value) => FromString(value);

    /// <inheritdoc />
    public static PidMode FromString(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(value);
    }

    /// <inheritdoc />
    public override string ToString() => Value;
}
