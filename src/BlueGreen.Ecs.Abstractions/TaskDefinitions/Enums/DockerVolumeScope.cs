namespace BlueGreen.Ecs;

/// <summary>How long a Docker volume lives: <c>scope</c> of <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DockerVolumeConfiguration.html">DockerVolumeConfiguration</see>. A value that is not known here is kept as it is.</summary>
/// <param name="Value">The value as AWS writes it; capitals matter.</param>
public readonly record struct DockerVolumeScope(string Value) : IOpenValue<DockerVolumeScope>
{
    /// <summary><c>task</c>: As long as the task.</summary>
    public static DockerVolumeScope Task { get; } = new("task");

    /// <summary><c>shared</c>: Beyond the task.</summary>
    public static DockerVolumeScope Shared { get; } = new("shared");

    /// <summary>The value of that text.</summary>
    public static implicit operator DockerVolumeScope(string value) => FromString(value);

    /// <inheritdoc />
    public static DockerVolumeScope FromString(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(value);
    }

    /// <inheritdoc />
    public override string ToString() => Value;
}
