namespace BlueGreen.Ecs.Simulator;

/// <summary>A request as it reaches a simulated container.</summary>
/// <param name="Path">The path, such as <c>/</c>.</param>
/// <param name="Image">The container's image.</param>
/// <param name="TaskArn">The task that answers.</param>
/// <param name="Environment">The container's environment variables.</param>
public sealed record SimulatedRequest(string Path, string Image, string TaskArn, IReadOnlyDictionary<string, string> Environment);
