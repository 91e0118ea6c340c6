using Amazon.CodePipeline;
using Amazon.CodePipeline.Model;
using BlueGreen.Ecs.Diagnosis.Evidence;
using BlueGreen.Ecs.Diagnosis.Texts;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Diagnosis.Builds;

/// <summary>Reads which actions of a pipeline's execution failed, and what CodePipeline says of them.</summary>
internal sealed class PipelineReader(IAmazonCodePipeline pipelines)
{
    private const int MostExecutions = 100;
    private const int MostPages = 20;

    /// <returns>The newest execution that failed; <see langword="null"/> where none did among the newest hundred, or they may not be read; and what could not be read.</returns>
    public Task<(string? Id, Finding? NotChecked)> FindFailedAsync(string pipeline, CancellationToken cancellationToken) => Reading.TryAsync(
        async () =>
        {
            var request = new ListPipelineExecutionsRequest { PipelineName = pipeline, MaxResults = MostExecutions };
            var response = await AwsCalls.CallAsync("codepipeline:ListPipelineExecutions", pipelines.ListPipelineExecutionsAsync(request, cancellationToken)).ConfigureAwait(false);
            return (response.PipelineExecutionSummaries ?? []).Find(execution => execution.Status == PipelineExecutionStatus.Failed)?.PipelineExecutionId;
        },
        pipeline,
        "which execution of the pipeline failed");

    /// <returns>The actions that failed at their last try, in the order in which they did; and what could not be read.</returns>
    public async Task<(EquatableArray<ActionEvidence> Failed, Finding? NotChecked)> ReadAsync(string pipeline, string execution, CancellationToken cancellationToken)
    {
        var (actions, refusal) = await Reading.TryAsync<IReadOnlyList<ActionExecutionDetail>>(async () => await ListAsync(pipeline, execution, cancellationToken).ConfigureAwait(false), pipeline, "which actions of the pipeline failed").ConfigureAwait(false);
        return ([.. (actions ?? []).GroupBy(action => (action.StageName, action.ActionName))
            .Select(tries => tries.MaxBy(action => action.StartTime)!)
            .Where(action => action.Status == ActionExecutionStatus.Failed)
            .OrderBy(action => action.LastUpdateTime)
            .Select(action => Seen(pipeline, action))], refusal);
    }

    /// <summary>All action executions of an execution, newest first; those of earlier tries too.</summary>
    public async Task<IReadOnlyList<ActionExecutionDetail>> ListAsync(string pipeline, string execution, CancellationToken cancellationToken)
    {
        var found = new List<ActionExecutionDetail>();
        var request = new ListActionExecutionsRequest { PipelineName = pipeline, Filter = new() { PipelineExecutionId = execution } };
        for (var page = 0; page < MostPages; page++)
        {
            var response = await AwsCalls.CallAsync("codepipeline:ListActionExecutions", pipelines.ListActionExecutionsAsync(request, cancellationToken)).ConfigureAwait(false);
            found.AddRange(response.ActionExecutionDetails ?? []);
            request.NextToken = response.NextToken;
            if (string.IsNullOrEmpty(response.NextToken))
            {
                break;
            }
        }

        return found;
    }

    private static ActionEvidence Seen(string pipeline, ActionExecutionDetail action)
    {
        var (result, input) = (action.Output?.ExecutionResult, action.Input);
        return new()
        {
            Pipeline = pipeline,
            Stage = action.StageName,
            Action = action.ActionName,
            Category = input?.ActionTypeId?.Category?.Value ?? string.Empty,
            Provider = input?.ActionTypeId?.Provider ?? string.Empty,
            Code = result?.ErrorDetails?.Code ?? string.Empty,
            Message = OutsideText.Clean(result?.ErrorDetails?.Message ?? result?.ExternalExecutionSummary),
            ExternalId = string.IsNullOrEmpty(result?.ExternalExecutionId) ? null : result.ExternalExecutionId,
            Role = input?.RoleArn ?? "the pipeline's role",
            Configuration = (input?.ResolvedConfiguration ?? input?.Configuration ?? []).OrderBy(setting => setting.Key, StringComparer.Ordinal)
                .Select(setting => new NamedValue(setting.Key, OutsideText.Clean(setting.Value))).ToEquatableArray(),
        };
    }
}
