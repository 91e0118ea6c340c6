namespace BlueGreen.Ecs;

/// <summary>How an execution of a pipeline is started.</summary>
public sealed record PipelineStart
{
    /// <summary>Values of the pipeline's variables that differ from their defaults; for pipelines of type V2. Default: none.</summary>
    public EquatableArray<NamedValue> Variables { get; init; }

    /// <summary>Revisions that source actions take instead of the newest. Default: none.</summary>
    public EquatableArray<PinnedRevision> Revisions { get; init; }

    /// <summary>
    /// What makes two calls one: AWS starts a single execution for a token, and tells its id again. With a token of one's own, such as the id of a job, the start can be asked
    /// for again by another process. 1 to 128 characters. Default: a new one for each call.
    /// </summary>
    public string? RequestToken { get; init; }
}
