namespace BlueGreen.Ecs.Diagnosis.Evidence;

/// <summary>The last lines of a container's log.</summary>
/// <param name="Stream">The log stream: <c>prefix/container/task id</c>.</param>
/// <param name="Container">The container.</param>
/// <param name="Lines">The lines, the last one last.</param>
internal sealed record LogSeen(string Stream, string Container, IReadOnlyList<string> Lines);
