namespace BlueGreen.Ecs;

/// <summary>An execution of a pipeline that is followed. Disposing it ends the watching, not the execution; <see cref="IPipelines.AttachAsync"/> takes it up again.</summary>
public abstract class PipelineRun : IAsyncDisposable
{
    /// <summary>The pipeline's name.</summary>
    public abstract string Pipeline { get; }

    /// <summary>AWS's id of the execution.</summary>
    public abstract string ExecutionId { get; }

    /// <summary>What happens, from the start of the execution to its end; after <see cref="RetryAsync"/>, from then on. Can be read once.</summary>
    public abstract IAsyncEnumerable<PipelineEvent> Events { get; }

    /// <summary>How it ended. It faults only when AWS can no longer be asked, with an <see cref="AwsCallException"/>; an execution that failed is a result.</summary>
    public abstract Task<PipelineResult> Completion { get; }

    /// <summary>Approves what waits for it. Mirrors <see href="https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_PutApprovalResult.html">PutApprovalResult</see>.</summary>
    /// <param name="comment">Why, for the record; at most 512 characters. Default: none.</param>
    /// <param name="action">The approval action's name. Default: the only one that waits.</param>
    /// <param name="cancellationToken">Ends the call; the answer may have been received.</param>
    /// <exception cref="ArgumentException">The comment is too long, or several approvals wait and none is named.</exception>
    /// <exception cref="NoPendingApprovalException">No such approval waits, or somebody has rejected it.</exception>
    /// <exception cref="AwsCallException">AWS refused.</exception>
    public abstract Task ApproveAsync(string? comment = null, string? action = null, CancellationToken cancellationToken = default);

    /// <summary>Rejects what waits for approval; the execution then fails.</summary>
    /// <param name="reason">Why, for the record; 1 to 512 characters.</param>
    /// <param name="action">The approval action's name. Default: the only one that waits.</param>
    /// <param name="cancellationToken">Ends the call; the answer may have been received.</param>
    /// <exception cref="ArgumentException">There is no reason or it is too long, or several approvals wait and none is named.</exception>
    /// <exception cref="NoPendingApprovalException">No such approval waits, or somebody has approved it.</exception>
    /// <exception cref="AwsCallException">AWS refused.</exception>
    public abstract Task RejectAsync(string reason, string? action = null, CancellationToken cancellationToken = default);

    /// <summary>Runs a stage again in which the execution failed or was stopped. Mirrors <see href="https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_RetryStageExecution.html">RetryStageExecution</see>.</summary>
    /// <param name="stage">The stage. Default: the one whose action failed or was abandoned last, else the last one that ran.</param>
    /// <param name="allActions">Whether the stage's actions that succeeded run again too. Default: only those that did not.</param>
    /// <param name="cancellationToken">Ends the call; the stage may run again all the same.</param>
    /// <returns>The same execution from here on, with events and an end of its own; this run has ended.</returns>
    /// <exception cref="AwsCallException">AWS refused: nothing has failed, the pipeline has been changed since, or another execution is in the stage.</exception>
    public abstract Task<PipelineRun> RetryAsync(string? stage = null, bool allActions = false, CancellationToken cancellationToken = default);

    /// <summary>Stops the execution; one that has ended, or is being stopped in the same way, is left as it is. Mirrors <see href="https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_StopPipelineExecution.html">StopPipelineExecution</see>.</summary>
    /// <param name="abandon">Whether actions in progress are given up at once: what they have begun elsewhere, such as a deployment, goes on. Otherwise the execution stops when they have ended.</param>
    /// <param name="reason">Why, for the record; at most 200 characters. Default: none.</param>
    /// <param name="cancellationToken">Ends the call; the request to stop may have been received.</param>
    /// <exception cref="ArgumentException">The reason is too long.</exception>
    /// <exception cref="AwsCallException">AWS refused.</exception>
    public abstract Task StopAsync(bool abandon, string? reason = null, CancellationToken cancellationToken = default);

    /// <inheritdoc />
    public abstract ValueTask DisposeAsync();
}
