namespace BlueGreen.Ecs;

/// <summary>Says why a build of CodeBuild, or an action of a CodePipeline pipeline, failed. It only reads; what it may not read is told in <see cref="FailureDiagnosis.NotChecked"/>.</summary>
public interface IBuildDiagnostician
{
    /// <summary>Says why a build failed, from its phases, the last lines of its log and its project. Mirrors BatchGetBuilds of CodeBuild and GetLogEvents of CloudWatch Logs.</summary>
    /// <param name="buildId">The build's id, such as <c>web-build:1f2e3d4c-…</c>, or its ARN.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The diagnosis; without causes where the build has not failed, or is not known.</returns>
    /// <exception cref="ArgumentException"><paramref name="buildId"/> is empty.</exception>
    Task<FailureDiagnosis> DiagnoseBuildAsync(string buildId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Says why an execution of a pipeline failed: its failed actions, and the build of each that is a build. The id of a CodeDeploy deployment that failed is told, for a
    /// diagnosis of its own. Mirrors ListPipelineExecutions and ListActionExecutions of CodePipeline.
    /// </summary>
    /// <param name="pipelineName">The pipeline's name.</param>
    /// <param name="executionId">The execution. Default: the newest one that failed.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The diagnosis; without causes where no action has failed.</returns>
    /// <exception cref="ArgumentException"><paramref name="pipelineName"/> is empty.</exception>
    Task<FailureDiagnosis> DiagnosePipelineAsync(string pipelineName, string? executionId = null, CancellationToken cancellationToken = default);
}
