using Amazon.CodePipeline;
using Amazon.CodePipeline.Model;
using BlueGreen.Ecs.Diagnosis.Builds;
using BlueGreen.Ecs.Diagnosis.Texts;
using BlueGreen.Ecs.Planning;
using BlueGreen.Ecs.Watching;

namespace BlueGreen.Ecs.Pipelines;

/// <summary>Looks at executions.</summary>
internal sealed class PipelineExecutionReader(IAmazonCodePipeline pipelines, PipelineReader actions, ReadBudgets budgets, TimeProvider clock)
{
    private const int MostExecutions = 100;

    /// <summary>The execution first, its actions then: those of one that has ended are all there.</summary>
    public async Task<PipelineSnapshot> LookAsync(string pipeline, string executionId, CancellationToken cancellationToken)
    {
        await budgets.Pipelines.TakeAsync(cancellationToken).ConfigureAwait(false);
        var request = new GetPipelineExecutionRequest { PipelineName = pipeline, PipelineExecutionId = executionId };
        var response = await PatientCalls.CallAsync("codepipeline:GetPipelineExecution", () => pipelines.GetPipelineExecutionAsync(request, cancellationToken), clock, cancellationToken).ConfigureAwait(false);
        var tries = await actions.ListAsync(pipeline, executionId, cancellationToken).ConfigureAwait(false);
        return Seen(response.PipelineExecution, tries);
    }

    /// <returns>The newest execution that runs, or <see langword="null"/> when none of the newest hundred does.</returns>
    public async Task<string?> FindRunningAsync(string pipeline, CancellationToken cancellationToken)
    {
        var request = new ListPipelineExecutionsRequest { PipelineName = pipeline, MaxResults = MostExecutions };
        var response = await PatientCalls.CallAsync("codepipeline:ListPipelineExecutions", () => pipelines.ListPipelineExecutionsAsync(request, cancellationToken), clock, cancellationToken).ConfigureAwait(false);
        return (response.PipelineExecutionSummaries ?? []).Find(execution => execution.Status?.Value is ActionStatusText.InProgress or ActionStatusText.Stopping)?.PipelineExecutionId;
    }

    private static PipelineSnapshot Seen(PipelineExecution execution, IReadOnlyList<ActionExecutionDetail> tries) => new()
    {
        Status = execution.Status?.Value ?? string.Empty,
        Summary = Text(execution.StatusSummary),
        Trigger = Text($"{execution.Trigger?.TriggerType?.Value} {execution.Trigger?.TriggerDetail}".Trim()),
        Revisions = (execution.ArtifactRevisions ?? [])
            .Select(revision => new PipelineRevision(revision.Name, revision.RevisionId, Text(revision.RevisionSummary), Text(revision.RevisionUrl))).ToEquatableArray(),
        Actions = tries.Reverse().OrderBy(action => action.StartTime).Select(Seen).ToEquatableArray(),
    };

    private static ActionSeen Seen(ActionExecutionDetail action)
    {
        var (result, input) = (action.Output?.ExecutionResult, action.Input);
        var settings = input?.ResolvedConfiguration is { Count: > 0 } resolved ? resolved : input?.Configuration ?? [];
        var error = result?.ErrorDetails;
        return new()
        {
            Id = action.ActionExecutionId,
            Stage = action.StageName,
            Action = action.ActionName,
            Category = input?.ActionTypeId?.Category?.Value ?? string.Empty,
            Provider = input?.ActionTypeId?.Provider ?? string.Empty,
            Status = action.Status?.Value ?? string.Empty,
            StartedAt = Moment(action.StartTime),
            UpdatedAt = Moment(action.LastUpdateTime),
            ExternalId = Text(result?.ExternalExecutionId),
            Link = string.IsNullOrEmpty(result?.ExternalExecutionUrl) ? null : result.ExternalExecutionUrl,
            Summary = Text(result?.ExternalExecutionSummary),
            Error = error is null ? null : Text(string.IsNullOrEmpty(error.Code) ? error.Message : $"{error.Code}: {error.Message}"),
            Settings = PipelineCategories.Settings.Where(settings.ContainsKey).Select(name => new NamedValue(name, OutsideText.Clean(settings[name]))).ToEquatableArray(),
        };
    }

    private static string? Text(string? text) => OutsideText.Clean(text) is { Length: > 0 } clean ? clean : null;

    private static DateTimeOffset? Moment(DateTime? time) => time is { } known ? new DateTimeOffset(known.ToUniversalTime(), TimeSpan.Zero) : null;
}
