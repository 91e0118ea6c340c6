namespace BlueGreen.Ecs;

/// <summary>An FSx for Windows file system as a volume. Mirrors <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_FSxWindowsFileServerVolumeConfiguration.html">FSxWindowsFileServerVolumeConfiguration</see>.</summary>
public sealed record FsxWindowsFileServerVolumeConfiguration
{
    /// <summary>The id of the file system.</summary>
    public required string FileSystemId { get; init; }

    /// <summary>The directory that becomes the root.</summary>
    public required string RootDirectory { get; init; }

    /// <summary>How ECS logs in.</summary>
    public required FsxWindowsFileServerAuthorizationConfig AuthorizationConfig { get; init; }

    /// <summary>Members of the document that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
