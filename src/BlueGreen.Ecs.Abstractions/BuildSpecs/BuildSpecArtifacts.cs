namespace BlueGreen.Ecs;

/// <summary>What a build hands on: <c>artifacts</c> of the buildspec.</summary>
public sealed record BuildSpecArtifacts
{
    /// <summary>The files, as patterns such as <c>**/*</c>.</summary>
    public EquatableArray<string> Files { get; init; }

    /// <summary>The artifact's name. Default: none, the project's.</summary>
    public string? Name { get; init; }

    /// <summary>Whether folders are flattened. Default: not said, no.</summary>
    public bool? DiscardPaths { get; init; }

    /// <summary>Where the patterns begin. Default: none, the source's root.</summary>
    public string? BaseDirectory { get; init; }

    /// <summary>Files that are left out, as patterns.</summary>
    public EquatableArray<string> ExcludePaths { get; init; }

    /// <summary>Whether symbolic links are kept. Default: not said, no.</summary>
    public bool? EnableSymlinks { get; init; }

    /// <summary>A prefix of the artifact's name in the bucket. Default: none.</summary>
    public string? S3Prefix { get; init; }

    /// <summary>More artifacts, for a pipeline whose build action has several outputs.</summary>
    public EquatableArray<BuildSpecSecondaryArtifacts> SecondaryArtifacts { get; init; }

    /// <summary>Members that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
