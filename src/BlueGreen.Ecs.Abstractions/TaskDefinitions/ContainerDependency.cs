namespace BlueGreen.Ecs;

/// <summary>A container that must have come so far before another one starts. Mirrors <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html">ContainerDependency</see>.</summary>
/// <param name="ContainerName">The container waited for.</param>
/// <param name="Condition"><c>START</c>, <c>COMPLETE</c>, <c>SUCCESS</c> or <c>HEALTHY</c>.</param>
public sealed record ContainerDependency(string ContainerName, string Condition);
