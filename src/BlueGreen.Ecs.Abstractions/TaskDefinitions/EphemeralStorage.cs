namespace BlueGreen.Ecs;

/// <summary>The task's own storage on Fargate. Mirrors <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EphemeralStorage.html">EphemeralStorage</see>.</summary>
public sealed record EphemeralStorage
{
    /// <summary>The size in GiB, 21 to 200. Without this record a task has 20, for free.</summary>
    public required int SizeInGiB { get; init; }

    /// <summary>Members of the document that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
