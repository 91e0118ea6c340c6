namespace BlueGreen.Ecs;

/// <summary>Starts executions of AWS CodePipeline's pipelines, and follows those that run, whoever started them. Safe for use by many threads.</summary>
public interface IPipelines
{
    /// <summary>Starts an execution and follows it. An answer that is lost on the way starts no second one. Mirrors <see href="https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_StartPipelineExecution.html">StartPipelineExecution</see>.</summary>
    /// <param name="pipeline">The pipeline's name.</param>
    /// <param name="start">Variables, revisions and a token of one's own. Default: none.</param>
    /// <param name="cancellationToken">Keeps the call from being made. Once AWS has been asked, the call is seen through.</param>
    /// <returns>The execution, which is followed until it has ended or the run is disposed.</returns>
    /// <exception cref="ArgumentException"><paramref name="pipeline"/> is empty.</exception>
    /// <exception cref="NoSuchPipelineException">There is no such pipeline.</exception>
    /// <exception cref="AwsCallException">AWS refused the call, such as for a variable that the pipeline has not, or for too many executions at a time.</exception>
    Task<PipelineRun> StartAsync(string pipeline, PipelineStart? start = null, CancellationToken cancellationToken = default);

    /// <summary>Follows an execution that somebody started: all that has happened is told first. Mirrors <see href="https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_ListPipelineExecutions.html">ListPipelineExecutions</see>.</summary>
    /// <param name="pipeline">The pipeline's name.</param>
    /// <param name="executionId">The execution, which may have ended. Default: the newest of the last hundred that runs.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The execution, which is followed until it has ended or the run is disposed.</returns>
    /// <exception cref="ArgumentException"><paramref name="pipeline"/> is empty.</exception>
    /// <exception cref="NoSuchPipelineException">There is no such pipeline.</exception>
    /// <exception cref="NoPipelineExecutionException">No execution runs, or there is none of this id.</exception>
    /// <exception cref="AwsCallException">AWS refused a call.</exception>
    Task<PipelineRun> AttachAsync(string pipeline, string? executionId = null, CancellationToken cancellationToken = default);
}
