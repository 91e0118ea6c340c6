namespace BlueGreen.Ecs;

/// <summary>There is no execution of the pipeline to follow.</summary>
/// <param name="pipeline">The pipeline's name.</param>
/// <param name="executionId">The execution that was looked for; <see langword="null"/> for any that runs.</param>
/// <param name="innerException">CodePipeline's answer. Default: none.</param>
public sealed class NoPipelineExecutionException(string pipeline, string? executionId, Exception? innerException = null)
    : BlueGreenException(
        executionId is null
            ? $"{pipeline}: none of the pipeline's last hundred executions is running. Start one with StartAsync, or name the execution to see how it ended."
            : $"{pipeline}: there is no execution {executionId}. Check the id and the pipeline's name; CodePipeline forgets executions after a year.",
        innerException)
{
    /// <summary>The pipeline's name.</summary>
    public string Pipeline => pipeline;

    /// <summary>The execution that was looked for; <see langword="null"/> for any that runs.</summary>
    public string? ExecutionId => executionId;
}
