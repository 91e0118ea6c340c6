namespace BlueGreen.Ecs;

/// <summary>Linux capabilities of a container. Mirrors <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KernelCapabilities.html">KernelCapabilities</see>.</summary>
public sealed record KernelCapabilities
{
    /// <summary>Capabilities to add, such as <c>SYS_PTRACE</c>, the only one on Fargate.</summary>
    public EquatableArray<string> Add { get; init; }

    /// <summary>Capabilities to take away, such as <c>ALL</c>.</summary>
    public EquatableArray<string> Drop { get; init; }

    /// <summary>Members of the document that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
