namespace BlueGreen.Ecs;

/// <summary>A volume of the task as a container sees it. Mirrors <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_MountPoint.html">MountPoint</see>.</summary>
public sealed record MountPoint
{
    /// <summary>The name of one of the volumes of the task definition.</summary>
    public string? SourceVolume { get; init; }

    /// <summary>Where the container sees it.</summary>
    public string? ContainerPath { get; init; }

    /// <summary>Whether the container may only read it. Default: no.</summary>
    public bool? ReadOnly { get; init; }

    /// <summary>Members of the document that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
