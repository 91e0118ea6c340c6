namespace BlueGreen.Ecs;

/// <summary>An Amazon EFS file system as a volume. Mirrors <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html">EFSVolumeConfiguration</see>.</summary>
public sealed record EfsVolumeConfiguration
{
    /// <summary>The id of the file system.</summary>
    public required string FileSystemId { get; init; }

    /// <summary>The directory that becomes the root. Default: <c>/</c>. With an access point: left out, or <c>/</c>.</summary>
    public string? RootDirectory { get; init; }

    /// <summary>Whether traffic to the server is encrypted. Default: <c>DISABLED</c>.</summary>
    public EfsTransitEncryption? TransitEncryption { get; init; }

    /// <summary>The port for encrypted traffic. Default: one that the mount helper chooses.</summary>
    public int? TransitEncryptionPort { get; init; }

    /// <summary>The access point, and whether the task role is used.</summary>
    public EfsAuthorizationConfig? AuthorizationConfig { get; init; }

    /// <summary>Members of the document that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
