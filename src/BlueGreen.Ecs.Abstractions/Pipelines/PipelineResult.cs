namespace BlueGreen.Ecs;

/// <summary>How an execution of a pipeline ended, and why.</summary>
public sealed record PipelineResult
{
    /// <summary>The pipeline's name.</summary>
    public required string Pipeline { get; init; }

    /// <summary>AWS's id of the execution.</summary>
    public required string ExecutionId { get; init; }

    /// <summary>How it ended.</summary>
    public required PipelineStatus Status { get; init; }

    /// <summary>What was built and deployed: commit, image or object. Default: none, the source was not read.</summary>
    public EquatableArray<PipelineRevision> Revisions { get; init; }

    /// <summary>The id of the CodeDeploy deployment that the execution made, the last where it made several. Default: none.</summary>
    public string? DeploymentId { get; init; }

    /// <summary>Why it did not succeed: the failed action and its error, or the words of whoever stopped it. Default: none.</summary>
    public string? Reason { get; init; }

    /// <summary>Why it failed: of a deployment first what kept it from succeeding, then what the pipeline says of it. Default: none, it has not failed, or AWS could not be asked.</summary>
    public FailureDiagnosis? Diagnosis { get; init; }

    /// <summary>The result itself when the execution succeeded.</summary>
    /// <exception cref="PipelineFailedException">It did not.</exception>
    public PipelineResult EnsureSucceeded() => Status == PipelineStatus.Succeeded ? this : throw new PipelineFailedException(this);
}
