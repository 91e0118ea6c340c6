namespace BlueGreen.Ecs;

/// <summary>A limit of the operating system for a container. Mirrors <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Ulimit.html">Ulimit</see>.</summary>
/// <param name="Name">What is limited. Fargate lets only <c>nofile</c> be changed.</param>
/// <param name="SoftLimit">The limit that a process begins with, and may raise up to <paramref name="HardLimit"/>. The unit depends on what is limited.</param>
/// <param name="HardLimit">The highest limit.</param>
public sealed record Ulimit(UlimitName Name, int SoftLimit, int HardLimit)
{
    /// <summary>Members of the document that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
