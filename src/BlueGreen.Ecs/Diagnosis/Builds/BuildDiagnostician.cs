namespace BlueGreen.Ecs.Diagnosis.Builds;

/// <summary>Reads evidence of builds and pipelines, and has the rules explain it.</summary>
internal sealed class BuildDiagnostician(BuildReader builds, PipelineReader pipelines) : IBuildDiagnostician
{
    public async Task<FailureDiagnosis> DiagnoseBuildAsync(string buildId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(buildId);
        var (evidence, unread) = await builds.ReadAsync(buildId, cancellationToken).ConfigureAwait(false);
        return evidence is not null ? Of(evidence) with { NotChecked = unread } : new()
        {
            Subject = buildId,
            Reason = unread.Count > 0 ? null : "CodeBuild knows no build of this id in the account and region.",
            NotChecked = unread,
        };
    }

    public async Task<FailureDiagnosis> DiagnosePipelineAsync(string pipelineName, string? executionId = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(pipelineName);
        var (id, unread) = executionId is null ? await pipelines.FindFailedAsync(pipelineName, cancellationToken).ConfigureAwait(false) : (executionId, null);
        if (id is null)
        {
            return new()
            {
                Subject = pipelineName,
                Excluded = unread is null ? ["There is no such pipeline in the account and region, or none of its newest hundred executions has failed."] : [],
                NotChecked = unread is null ? [] : [unread],
            };
        }

        var (failed, refusal) = await pipelines.ReadAsync(pipelineName, id, cancellationToken).ConfigureAwait(false);
        var diagnoses = new List<FailureDiagnosis>();
        foreach (var action in failed)
        {
            diagnoses.Add(await ExplainAsync(action, cancellationToken).ConfigureAwait(false));
        }

        return new()
        {
            Subject = diagnoses.Count == 1 ? diagnoses[0].Subject : $"{pipelineName}: {id}",
            Reason = failed.Count == 0 ? null : failed[0].Line,
            Causes = [.. diagnoses.SelectMany(diagnosis => diagnosis.Causes)],
            Excluded = failed.Count == 0 && refusal is null ? [$"No action of the execution {id} has failed at its last try."] : [.. diagnoses.SelectMany(diagnosis => diagnosis.Excluded)],
            NotChecked = [.. diagnoses.SelectMany(diagnosis => diagnosis.NotChecked).Concat(refusal is null ? [] : [refusal])],
        };
    }

    private static FailureDiagnosis Of(BuildEvidence evidence) => new()
    {
        Subject = evidence.Id,
        Reason = evidence.Failed.FirstOrDefault()?.ToString(),
        Causes = BuildRules.Explain(evidence),
        Excluded =
        [
            .. evidence.HasFailed ? Array.Empty<string>() : [$"The build has not failed: its status is {evidence.Status}."],
            .. evidence is { HasFailed: true, Log.Count: 0 } ? ["The build has no lines in CloudWatch Logs."] : Array.Empty<string>(),
        ],
    };

    // What a build's phases and log tell lies deeper than what the pipeline says of it.
    private async Task<FailureDiagnosis> ExplainAsync(ActionEvidence action, CancellationToken cancellationToken)
    {
        var build = action is { Provider: "CodeBuild", ExternalId: { } id } ? await DiagnoseBuildAsync(id, cancellationToken).ConfigureAwait(false) : null;
        return new()
        {
            Subject = action.Subject,
            Causes = build is { Causes.Count: > 0 } ? build.Causes : [ActionRules.Explain(action)],
            Excluded = build?.Excluded ?? [],
            NotChecked = build?.NotChecked ?? [],
        };
    }
}
