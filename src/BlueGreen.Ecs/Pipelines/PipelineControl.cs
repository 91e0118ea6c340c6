using Amazon.CodePipeline;
using Amazon.CodePipeline.Model;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Pipelines;

/// <summary>Starts executions, stops them, and runs their stages again.</summary>
internal sealed class PipelineControl(IAmazonCodePipeline pipelines, PipelineExecutionReader reader, TimeProvider clock)
{
    /// <returns>The id of the execution.</returns>
    public async Task<string> StartAsync(string pipeline, PipelineStart start)
    {
        // The token makes calls that are repeated one.
        var request = new StartPipelineExecutionRequest
        {
            Name = pipeline,
            ClientRequestToken = start.RequestToken ?? Guid.NewGuid().ToString(),
            Variables = start.Variables.Count == 0 ? null : [.. start.Variables.Select(variable => new PipelineVariable { Name = variable.Name, Value = variable.Value })],
            SourceRevisions = start.Revisions.Count == 0 ? null : [.. start.Revisions.Select(pinned => new SourceRevisionOverride { ActionName = pinned.Action, RevisionType = pinned.Type, RevisionValue = pinned.Value })],
        };
        var response = await PatientCalls.RepeatAsync(
            () => AwsCalls.CallAsync("codepipeline:StartPipelineExecution", pipelines.StartPipelineExecutionAsync(request, CancellationToken.None)), clock, CancellationToken.None).ConfigureAwait(false);
        return response.PipelineExecutionId;
    }

    public async Task StopAsync(string pipeline, string executionId, bool abandon, string? reason, CancellationToken cancellationToken)
    {
        var request = new StopPipelineExecutionRequest { PipelineName = pipeline, PipelineExecutionId = executionId, Abandon = abandon, Reason = reason };
        try
        {
            await PatientCalls.RepeatAsync(
                () => AwsCalls.CallAsync("codepipeline:StopPipelineExecution", pipelines.StopPipelineExecutionAsync(request, cancellationToken)), clock, cancellationToken).ConfigureAwait(false);
        }
        catch (AwsCallException exception) when (exception.InnerException is DuplicatedStopRequestException or PipelineExecutionNotStoppableException)
        {
            // It is being stopped already, or has ended; the next look says how.
        }
    }

    /// <returns>What was known before the stage was run again.</returns>
    public async Task<PipelineSnapshot> RetryAsync(string pipeline, string executionId, string? stage, bool allActions, CancellationToken cancellationToken)
    {
        var before = await LookAsync().ConfigureAwait(false);
        var request = new RetryStageExecutionRequest
        {
            PipelineName = pipeline,
            PipelineExecutionId = executionId,
            StageName = stage ?? PipelineEnd.StageToRetry(before) ?? string.Empty,
            RetryMode = allActions ? StageRetryMode.ALL_ACTIONS : StageRetryMode.FAILED_ACTIONS,
        };
        try
        {
            await PatientCalls.RepeatAsync(
                () => AwsCalls.CallAsync("codepipeline:RetryStageExecution", pipelines.RetryStageExecutionAsync(request, cancellationToken)), clock, cancellationToken).ConfigureAwait(false);
        }
        catch (AwsCallException exception) when (exception.InnerException is StageNotRetryableException or ConflictException)
        {
            // The answer to an earlier call may have been lost: then the stage runs again since.
            var now = await LookAsync().ConfigureAwait(false);
            if (now.Actions.Count == before.Actions.Count)
            {
                throw;
            }
        }

        return before;

        Task<PipelineSnapshot> LookAsync() => PatientCalls.RepeatAsync(() => reader.LookAsync(pipeline, executionId, cancellationToken), clock, cancellationToken);
    }
}
