namespace BlueGreen.Ecs;

/// <summary>A volume of a task. One of its configurations is given, or <see cref="ConfiguredAtLaunch"/>, or none for an empty volume as long as the task. Mirrors <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html">Volume</see>.</summary>
public sealed record Volume
{
    /// <summary>The name, up to 255 characters, which mount points use.</summary>
    public string? Name { get; init; }

    /// <summary>A directory of the instance.</summary>
    public HostVolumeProperties? Host { get; init; }

    /// <summary>A volume that a Docker driver makes. Not on Fargate.</summary>
    public DockerVolumeConfiguration? DockerVolumeConfiguration { get; init; }

    /// <summary>An Amazon EFS file system.</summary>
    public EfsVolumeConfiguration? EfsVolumeConfiguration { get; init; }

    /// <summary>An Amazon S3 Files file system.</summary>
    public S3FilesVolumeConfiguration? S3filesVolumeConfiguration { get; init; }

    /// <summary>An FSx for Windows file system.</summary>
    public FsxWindowsFileServerVolumeConfiguration? FsxWindowsFileServerVolumeConfiguration { get; init; }

    /// <summary>Whether the service, or the call that runs the task, says what the volume is: an Amazon EBS volume. At most one volume is. Default: no.</summary>
    public bool? ConfiguredAtLaunch { get; init; }

    /// <summary>Members of the document that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
