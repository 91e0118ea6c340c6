using Amazon.CodePipeline;
using Amazon.CodePipeline.Model;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Pipelines;

/// <summary>Answers approvals. The token of an approval stands in the pipeline's state, which has the newest execution of each stage only.</summary>
internal sealed class PipelineApprovals(IAmazonCodePipeline pipelines, TimeProvider clock)
{
    /// <param name="pipeline">The pipeline's name.</param>
    /// <param name="executionId">The execution that waits.</param>
    /// <param name="action">The action's name; <see langword="null"/> for the only one that waits.</param>
    /// <param name="status">The answer.</param>
    /// <param name="comment">Why.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="NoPendingApprovalException">None waits, or somebody has answered otherwise.</exception>
    public async Task AnswerAsync(string pipeline, string executionId, string? action, ApprovalStatus status, string comment, CancellationToken cancellationToken)
    {
        var stages = await StagesAsync(pipeline, executionId, cancellationToken).ConfigureAwait(false);
        var (stage, waiting) = Choose(stages, $"{pipeline}: execution {executionId}", action);
        var request = new PutApprovalResultRequest
        {
            PipelineName = pipeline,
            StageName = stage,
            ActionName = waiting.ActionName,
            Token = waiting.LatestExecution.Token,
            Result = new() { Status = status, Summary = comment },
        };
        try
        {
            await PatientCalls.RepeatAsync(
                () => AwsCalls.CallAsync("codepipeline:PutApprovalResult", pipelines.PutApprovalResultAsync(request, cancellationToken)), clock, cancellationToken).ConfigureAwait(false);
        }
        catch (AwsCallException exception) when (exception.InnerException is ApprovalAlreadyCompletedException or InvalidApprovalTokenException)
        {
            // The answer to an earlier call may have been lost, or somebody else was quicker.
            var now = await StagesAsync(pipeline, executionId, cancellationToken).ConfigureAwait(false);
            var answered = now.Find(one => one.StageName == stage)?.ActionStates?.Find(one => one.ActionName == waiting.ActionName)?.LatestExecution?.Status?.Value;
            if (answered != (status == ApprovalStatus.Approved ? ActionStatusText.Succeeded : ActionStatusText.Failed))
            {
                throw new NoPendingApprovalException($"{pipeline}: execution {executionId}, {waiting.ActionName}", $"Somebody else has answered it: it is {answered ?? "gone"}.", exception);
            }
        }
    }

    private async Task<List<StageState>> StagesAsync(string pipeline, string executionId, CancellationToken cancellationToken)
    {
        var response = await PatientCalls.RepeatAsync(
            () => AwsCalls.CallAsync("codepipeline:GetPipelineState", pipelines.GetPipelineStateAsync(new() { Name = pipeline }, cancellationToken)), clock, cancellationToken).ConfigureAwait(false);
        return (response.StageStates ?? []).FindAll(stage => stage.LatestExecution?.PipelineExecutionId == executionId);
    }

    private static (string Stage, ActionState Action) Choose(List<StageState> stages, string execution, string? action)
    {
        var waiting = stages.SelectMany(stage => (stage.ActionStates ?? [])
            .Where(one => one.LatestExecution is { Token.Length: > 0 } latest && latest.Status == ActionExecutionStatus.InProgress && (action is null || one.ActionName == action))
            .Select(one => (stage.StageName, one))).ToList();
        return waiting switch
        {
            [var only] => only,
            [] => throw new NoPendingApprovalException(action is null ? execution : $"{execution}, {action}", "It has not come so far, has been answered, or another execution has entered the stage since."),
            _ => throw new ArgumentException($"Several approvals wait; name one of {string.Join(", ", waiting.Select(one => one.one.ActionName))}.", nameof(action)),
        };
    }
}
