namespace BlueGreen.Ecs.Pipelines;

/// <summary>Says why an execution failed: first the deployments of its failed actions, then what the pipeline tells.</summary>
internal sealed class PipelineExplainer(IBuildDiagnostician builds, IDeployer deployer)
{
    /// <param name="pipeline">The pipeline's name.</param>
    /// <param name="executionId">The execution that failed.</param>
    /// <param name="deployments">Ids and ARNs of the deployments of its failed actions.</param>
    /// <param name="unexplained">Told of what could not be explained; it must not hide the rest.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<FailureDiagnosis?> ExplainAsync(string pipeline, string executionId, IEnumerable<string> deployments, Action<BlueGreenException> unexplained, CancellationToken cancellationToken)
    {
        var found = new List<FailureDiagnosis>();
        foreach (var id in deployments)
        {
            await TryAsync(() => deployer.DiagnoseAsync(id, cancellationToken)).ConfigureAwait(false);
        }

        await TryAsync(() => builds.DiagnosePipelineAsync(pipeline, executionId, cancellationToken)).ConfigureAwait(false);
        return found is [] ? null : found[^1] with
        {
            Subject = found[0].Subject,
            Causes = [.. found.SelectMany(one => one.Causes)],
            Excluded = [.. found.SelectMany(one => one.Excluded)],
            NotChecked = [.. found.SelectMany(one => one.NotChecked).Distinct()],
        };

        async Task TryAsync(Func<Task<FailureDiagnosis>> diagnose)
        {
            try
            {
                found.Add(await diagnose().ConfigureAwait(false));
            }
            catch (BlueGreenException exception)
            {
                unexplained(exception);
            }
        }
    }
}
