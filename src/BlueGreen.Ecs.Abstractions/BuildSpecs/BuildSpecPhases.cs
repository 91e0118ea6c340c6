namespace BlueGreen.Ecs;

/// <summary>The phases of a build, in the order in which they run. <c>POST_BUILD</c> runs after a failed <c>BUILD</c> too; a command can tell by <c>CODEBUILD_BUILD_SUCCEEDING</c>.</summary>
public sealed record BuildSpecPhases
{
    /// <summary>Installs what the build needs. Default: none.</summary>
    public BuildSpecPhase? Install { get; init; }

    /// <summary>Prepares, such as by logging in to a registry. Default: none.</summary>
    public BuildSpecPhase? PreBuild { get; init; }

    /// <summary>Builds. Default: none.</summary>
    public BuildSpecPhase? Build { get; init; }

    /// <summary>Finishes, such as by pushing an image. Default: none.</summary>
    public BuildSpecPhase? PostBuild { get; init; }

    /// <summary>Members that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
