namespace BlueGreen.Ecs;

/// <summary>A directory of the instance as a volume. Mirrors <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HostVolumeProperties.html">HostVolumeProperties</see>.</summary>
public sealed record HostVolumeProperties
{
    /// <summary>The directory. Default: one that Docker makes, and that goes with the task. Not on Fargate.</summary>
    public string? SourcePath { get; init; }

    /// <summary>Members of the document that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
