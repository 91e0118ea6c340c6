namespace BlueGreen.Ecs;

/// <summary>A file system in memory. Mirrors <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Tmpfs.html">Tmpfs</see>.</summary>
public sealed record Tmpfs
{
    /// <summary>Where the container sees it.</summary>
    public required string ContainerPath { get; init; }

    /// <summary>The largest size in MiB.</summary>
    public required int Size { get; init; }

    /// <summary>Mount options, such as <c>noexec</c>.</summary>
    public EquatableArray<string> MountOptions { get; init; }

    /// <summary>Members of the document that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
