namespace BlueGreen.Ecs;

/// <summary>A volume that a Docker driver makes. Mirrors <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DockerVolumeConfiguration.html">DockerVolumeConfiguration</see>.</summary>
public sealed record DockerVolumeConfiguration
{
    /// <summary>How long the volume lives. Default: <c>task</c>.</summary>
    public DockerVolumeScope? Scope { get; init; }

    /// <summary>Whether a shared volume is made when it is missing. Default: no.</summary>
    public bool? Autoprovision { get; init; }

    /// <summary>The volume driver. Default: <c>local</c>.</summary>
    public string? Driver { get; init; }

    /// <summary>Options of the driver.</summary>
    public EquatableArray<NamedValue> DriverOpts { get; init; }

    /// <summary>Docker labels of the volume.</summary>
    public EquatableArray<NamedValue> Labels { get; init; }

    /// <summary>Members of the document that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
