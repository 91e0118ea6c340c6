namespace BlueGreen.Ecs;

/// <summary>What the builder of a pipeline has been told so far, unchecked.</summary>
internal sealed record PipelineDraft
{
    public string? Name { get; init; }

    /// <summary>The source, by the environment's name.</summary>
    public Func<string, PipelineSource>? Source { get; init; }

    public PipelineSource? Templates { get; init; }

    /// <summary>Files for the repository, each call as it was made.</summary>
    public EquatableArray<Content> Files { get; init; }

    public EnvironmentBuild? Build { get; init; }

    public EnvironmentResource? Role { get; init; }

    public EnvironmentResource? Bucket { get; init; }

    public PipelineApproval? Approval { get; init; }

    public string? TaskDefinitionPath { get; init; }

    public string? AppSpecPath { get; init; }

    public string? ImagePlaceholder { get; init; }

    public bool DetectsChanges { get; init; } = true;

    /// <summary>A directory, or a file with its text.</summary>
    internal sealed record Content(string Call, string Path, string? Text);
}
