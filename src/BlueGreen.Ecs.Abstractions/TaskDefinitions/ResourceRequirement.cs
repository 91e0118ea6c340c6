namespace BlueGreen.Ecs;

/// <summary>Something of the instance that a container needs for itself. Mirrors <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ResourceRequirement.html">ResourceRequirement</see>.</summary>
/// <param name="Type">What is needed.</param>
/// <param name="Value">The number of GPUs, or the name of the accelerator.</param>
public sealed record ResourceRequirement(ResourceType Type, string Value)
{
    /// <summary>Members of the document that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
