namespace BlueGreen.Ecs;

/// <summary>
/// What CodeBuild is to do. Mirrors the <see href="https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html">buildspec file</see>;
/// members that have no property here are kept, each where it stood: in <see cref="Additional"/> and its likes.
/// </summary>
public sealed record BuildSpec
{
    /// <summary>The version of the form: <c>0.2</c> (the default), or <c>0.1</c>, where each command runs in a shell of its own.</summary>
    public string Version { get; init; } = "0.2";

    /// <summary>The Linux user that runs all commands. Default: none, root.</summary>
    public string? RunAs { get; init; }

    /// <summary>The shell and the variables. Default: none.</summary>
    public BuildSpecEnvironment? Environment { get; init; }

    /// <summary>Settings for a build behind a proxy. Default: none.</summary>
    public BuildSpecProxy? Proxy { get; init; }

    /// <summary>The builds of a batch. Default: none.</summary>
    public BuildSpecBatch? Batch { get; init; }

    /// <summary>The commands, phase by phase.</summary>
    public required BuildSpecPhases Phases { get; init; }

    /// <summary>Test reports; at most 5.</summary>
    public EquatableArray<BuildSpecReport> Reports { get; init; }

    /// <summary>What the build hands on. Default: nothing.</summary>
    public BuildSpecArtifacts? Artifacts { get; init; }

    /// <summary>What is kept for the next build. Default: nothing.</summary>
    public BuildSpecCache? Cache { get; init; }

    /// <summary>Members of the document that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
