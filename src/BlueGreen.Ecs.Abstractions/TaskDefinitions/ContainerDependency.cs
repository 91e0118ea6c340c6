namespace BlueGreen.Ecs;

/// <summary>A container that must have come so far before another one starts. Mirrors <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html">ContainerDependency</see>.</summary>
/// <param name="ContainerName">The container waited for.</param>
/// <param name="Condition">How far it must have come.</param>
public sealed record ContainerDependency(string ContainerName, ContainerCondition Condition)
{
    /// <summary>Members of the document that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
