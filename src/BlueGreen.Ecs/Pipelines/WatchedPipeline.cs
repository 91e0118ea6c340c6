using System.Threading.Channels;
using Amazon.CodePipeline;
using BlueGreen.Ecs.Telemetry;
using BlueGreen.Ecs.Watching;
using Microsoft.Extensions.Logging;

namespace BlueGreen.Ecs.Pipelines;

/// <summary>Follows one execution: look at it and at the deployments of its actions, tell, until it has ended.</summary>
internal sealed partial class WatchedPipeline : PipelineRun
{
    private const int LongestComment = 512;
    private const int LongestReason = 200;

    private readonly PipelineTools _tools;
    private readonly PipelineSnapshot? _start;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _watching = new();
    private readonly Channel<PipelineEvent> _events = Channel.CreateUnbounded<PipelineEvent>(new() { SingleReader = true, SingleWriter = true });
    private readonly JoinedDeployments _joined;
    private readonly Pace _pace;
    private PipelineSnapshot? _last;
    private long? _ended;

    /// <param name="pipeline">The pipeline's name.</param>
    /// <param name="executionId">The execution.</param>
    /// <param name="start">What is known already, and is not told again. <see langword="null"/> to tell all.</param>
    /// <param name="tools">What all runs use.</param>
    public WatchedPipeline(string pipeline, string executionId, PipelineSnapshot? start, PipelineTools tools)
    {
        (Pipeline, ExecutionId, _start, _last, _tools, _logger) = (pipeline, executionId, start, start, tools, tools.Logger);
        _pace = tools.NewPace();
        _joined = new(tools.Joiner, start, tools.NewPace, (action, failure) => Log.NotJoined(_logger, executionId, action.Action, failure.Message), tools.Clock);
        Completion = WatchAsync();
    }

    public override string Pipeline { get; }

    public override string ExecutionId { get; }

    public override IAsyncEnumerable<PipelineEvent> Events => _events.Reader.ReadAllAsync(CancellationToken.None);

    public override Task<PipelineResult> Completion { get; }

    public override Task ApproveAsync(string? comment = null, string? action = null, CancellationToken cancellationToken = default) =>
        _tools.Approvals.AnswerAsync(Pipeline, ExecutionId, action, ApprovalStatus.Approved, AtMost(comment, LongestComment, nameof(comment)) ?? string.Empty, cancellationToken);

    public override Task RejectAsync(string reason, string? action = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return _tools.Approvals.AnswerAsync(Pipeline, ExecutionId, action, ApprovalStatus.Rejected, AtMost(reason, LongestComment, nameof(reason))!, cancellationToken);
    }

    public override async Task<PipelineRun> RetryAsync(string? stage = null, bool allActions = false, CancellationToken cancellationToken = default)
    {
        var before = await _tools.Control.RetryAsync(Pipeline, ExecutionId, stage, allActions, cancellationToken).ConfigureAwait(false);
        return new WatchedPipeline(Pipeline, ExecutionId, before, _tools);
    }

    public override Task StopAsync(bool abandon, string? reason = null, CancellationToken cancellationToken = default) =>
        _tools.Control.StopAsync(Pipeline, ExecutionId, abandon, AtMost(reason, LongestReason, nameof(reason)), cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        // To cancel hops to another thread, which would take the events of virtual time out of their order.
        if (!Completion.IsCompleted && !_watching.IsCancellationRequested)
        {
            await _watching.CancelAsync().ConfigureAwait(false);
        }

        await ((Task)Completion).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _watching.Dispose();
    }

    private static string? AtMost(string? text, int length, string name) => text is null || text.Length <= length
        ? text
        : throw new ArgumentException(FormattableString.Invariant($"The text has {text.Length} characters; CodePipeline allows {length}."), name);

    private async Task<PipelineResult> WatchAsync()
    {
        using var activity = Activities.Source.StartActivity("BlueGreen.Ecs.Pipeline");
        activity?.SetTag("bluegreen.pipeline.name", Pipeline);
        activity?.SetTag("bluegreen.pipeline.execution", ExecutionId);
        Log.Watching(_logger, ExecutionId, Pipeline);
        try
        {
            var last = await WatchToTheEndAsync(_watching.Token).ConfigureAwait(false);
            var result = PipelineEnd.Result(Pipeline, ExecutionId, last) with { Diagnosis = await ExplainAsync(last, _watching.Token).ConfigureAwait(false) };
            activity?.SetTag("bluegreen.pipeline.status", result.Status.ToString());
            Log.Ended(_logger, ExecutionId, result.Status, result.Reason);
            _events.Writer.Complete();
            return result;
        }
        catch (Exception exception)
        {
            _events.Writer.Complete(exception is OperationCanceledException ? null : exception);
            throw;
        }
    }

    private async Task<PipelineSnapshot> WatchToTheEndAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = await _pace.LookAsync(
                () => _tools.Reader.LookAsync(Pipeline, ExecutionId, cancellationToken),
                failure => Log.LookFailed(_logger, ExecutionId, failure.Message),
                cancellationToken).ConfigureAwait(false);
            Tell(now, await _joined.LookAsync(now, cancellationToken).ConfigureAwait(false));
            _ended = now.End is null ? null : _ended ?? _tools.Clock.GetTimestamp();
            if (_ended is { } ended && PipelineEnd.IsReached(_start, now, _joined.IsRollingBack(now), _tools.Clock.GetElapsedTime(ended), _tools.Options.CancelBudget))
            {
                return now;
            }

            var moving = _joined.Moving;
            var quietUntil = moving.Count == 1 && now.Actions.Count(action => action.IsOpen) == 1 ? moving[0].QuietUntil : null;
            await Task.Delay(_pace.After((now, moving), quietUntil), _tools.Clock, cancellationToken).ConfigureAwait(false);
        }
    }

    private void Tell(PipelineSnapshot now, IReadOnlyList<PipelineEvent> deployed)
    {
        foreach (var happened in PipelineChanges.Between(_last, now, _tools.Clock.GetUtcNow(), deployed))
        {
            Log.Happened(_logger, ExecutionId, happened.Stage, happened.Message);
            _events.Writer.TryWrite(happened);
        }

        _last = now;
    }

    private async Task<FailureDiagnosis?> ExplainAsync(PipelineSnapshot last, CancellationToken cancellationToken) => last.End != PipelineStatus.Failed
        ? null
        : await _tools.Explainer.ExplainAsync(Pipeline, ExecutionId, _joined.Failed(last), failure => Log.NotExplained(_logger, ExecutionId, failure.Message), cancellationToken).ConfigureAwait(false);
}
