namespace BlueGreen.Ecs;

/// <summary>Many builds as one. Mirrors the <see href="https://docs.aws.amazon.com/codebuild/latest/userguide/batch-build-buildspec.html">batch</see> of a buildspec.</summary>
public sealed record BuildSpecBatch
{
    /// <summary>Whether the first failure ends the batch. Default: not said, no.</summary>
    public bool? FastFail { get; init; }

    /// <summary>Builds that run side by side.</summary>
    public EquatableArray<BuildSpecBatchBuild> BuildList { get; init; }

    /// <summary>Builds that wait for others.</summary>
    public EquatableArray<BuildSpecBatchBuild> BuildGraph { get; init; }

    /// <summary>Builds for every combination of values. Default: none.</summary>
    public BuildSpecMatrix? BuildMatrix { get; init; }

    /// <summary>Members that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
