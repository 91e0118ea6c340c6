namespace BlueGreen.Ecs;

/// <summary>An Amazon S3 Files file system as a volume. Mirrors <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_S3FilesVolumeConfiguration.html">S3FilesVolumeConfiguration</see>.</summary>
public sealed record S3FilesVolumeConfiguration
{
    /// <summary>The ARN of the file system.</summary>
    public required string FileSystemArn { get; init; }

    /// <summary>The directory that becomes the root. Default: <c>/</c>.</summary>
    public string? RootDirectory { get; init; }

    /// <summary>The port for encrypted traffic. Default: one that the mount helper chooses.</summary>
    public int? TransitEncryptionPort { get; init; }

    /// <summary>The ARN of the access point. Default: none.</summary>
    public string? AccessPointArn { get; init; }

    /// <summary>Members of the document that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
