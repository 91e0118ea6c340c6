namespace BlueGreen.Ecs.Simulator.DataPlane;

/// <summary>A container that runs, at its task's address.</summary>
/// <param name="Ip">The address of the task's network interface, such as <c>10.0.1.17</c>.</param>
/// <param name="Port">The container port.</param>
/// <param name="Image">The image reference as the task definition has it.</param>
/// <param name="TaskArn">The task.</param>
/// <param name="Environment">The container's environment variables.</param>
internal sealed record RunningContainer(string Ip, int Port, string Image, string TaskArn, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>When it began to run.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <returns>Whether it listens by now.</returns>
    public bool Listens(ImageBehavior? behavior, DateTimeOffset now) => behavior is null || now >= StartedAt + behavior.ReadyAfter;
}
