namespace BlueGreen.Ecs;

/// <summary>One of several outputs of a build.</summary>
public sealed record BuildSpecSecondaryArtifacts
{
    /// <summary>Its identifier: the name of the pipeline's output artifact.</summary>
    public required string Id { get; init; }

    /// <summary>The files, as patterns such as <c>**/*</c>.</summary>
    public EquatableArray<string> Files { get; init; }

    /// <summary>The artifact's name. Default: none, the project's.</summary>
    public string? Name { get; init; }

    /// <summary>Whether folders are flattened. Default: not said, no.</summary>
    public bool? DiscardPaths { get; init; }

    /// <summary>Where the patterns begin. Default: none, the source's root.</summary>
    public string? BaseDirectory { get; init; }

    /// <summary>Members that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
