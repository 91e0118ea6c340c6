namespace BlueGreen.Ecs;

/// <summary>With whom the containers of a task share memory segments and semaphores: <c>ipcMode</c> of <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html">RegisterTaskDefinition</see>. A value that is not known here is kept as it is.</summary>
/// <param name="Value">The value as AWS writes it; capitals matter.</param>
public readonly record struct IpcMode(string Value) : IOpenValue<IpcMode>
{
    /// <summary><c>host</c>: With the instance and all tasks that do the same.</summary>
    public static IpcMode Host { get; } = new("host");

    /// <summary><c>task</c>: With each other.</summary>
    public static IpcMode Task { get; } = new("task");

    /// <summary><c>none</c>: With nobody.</summary>
    public static IpcMode None { get; } = new("none");

    /// <summary>The value of that text.</summary>
    public static implicit operator IpcMode(string value) => FromString(value);

    /// <inheritdoc />
    public static IpcMode FromString(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(value);
    }

    /// <inheritdoc />
    public override string ToString() => Value;
}
