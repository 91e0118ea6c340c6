using Amazon.CodePipeline.Model;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Pipelines;

/// <summary>Starts executions and finds them.</summary>
internal sealed class CodePipelines(PipelineTools tools) : IPipelines
{
    public async Task<PipelineRun> StartAsync(string pipeline, PipelineStart? start = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(pipeline);

        // From here on the call is seen through: a caller that cancels must not leave an execution behind that nobody knows.
        cancellationToken.ThrowIfCancellationRequested();
        var id = await FindAsync(pipeline, executionId: null, () => tools.Control.StartAsync(pipeline, start ?? new())).ConfigureAwait(false);
        return new WatchedPipeline(pipeline, id, start: null, tools);
    }

    public async Task<PipelineRun> AttachAsync(string pipeline, string? executionId = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(pipeline);
        if (executionId is null)
        {
            executionId = await FindAsync(pipeline, executionId, () => tools.Reader.FindRunningAsync(pipeline, cancellationToken)).ConfigureAwait(false)
                ?? throw new NoPipelineExecutionException(pipeline, executionId: null);
        }
        else
        {
            await FindAsync(pipeline, executionId, () => tools.Reader.LookAsync(pipeline, executionId, cancellationToken)).ConfigureAwait(false);
        }

        return new WatchedPipeline(pipeline, executionId, start: null, tools);
    }

    private static async Task<T> FindAsync<T>(string pipeline, string? executionId, Func<Task<T>> find)
    {
        try
        {
            return await find().ConfigureAwait(false);
        }
        catch (AwsCallException exception) when (exception.InnerException is PipelineNotFoundException)
        {
            throw new NoSuchPipelineException(pipeline, exception);
        }
        catch (AwsCallException exception) when (exception.InnerException is PipelineExecutionNotFoundException)
        {
            throw new NoPipelineExecutionException(pipeline, executionId, exception);
        }
    }
}
