using System.Threading.Channels;
using BlueGreen.Ecs.Planning;
using BlueGreen.Ecs.Telemetry;
using BlueGreen.Ecs.Watching;
using Microsoft.Extensions.Logging;

namespace BlueGreen.Ecs.Running;

/// <summary>Watches one deployment: observe, tell, ask the gates, until it has ended.</summary>
internal sealed partial class WatchedRun : DeploymentRun
{
    private readonly IDeploymentEngine _engine;
    private readonly StartedDeployment _started;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly IProgress<DeploymentEvent>? _progress;
    private readonly IServiceProvider? _services;
    private readonly Func<Task<Finding?>>? _atEnd;
    private readonly long _startTime;
    private readonly CancellationTokenSource _watching = new();
    private readonly Channel<DeploymentEvent> _events = Channel.CreateUnbounded<DeploymentEvent>(new() { SingleReader = true, SingleWriter = true });
    private readonly HashSet<(Stage Stage, string? Wait)> _asked = [];
    private readonly Pace _pace;
    private readonly ProgressWatch? _progressWatch;
    private Observation? _last;
    private string? _gateReason;
    private volatile bool _isStopped;

    public WatchedRun(IDeploymentEngine engine, StartedDeployment started, DeploymentPlan? plan, DeployerOptions options, Rhythm rhythm, TimeProvider clock, ILogger logger, IProgress<DeploymentEvent>? progress = null, IServiceProvider? services = null, Func<Task<Finding?>>? atEnd = null)
    {
        (_engine, _started, Plan, _clock, _logger, _progress, _services, _atEnd) = (engine, started, plan, clock, logger, progress, services, atEnd);
        _pace = new(options, rhythm, clock);
        _startTime = clock.GetTimestamp();
        _progressWatch = plan is null ? null : new(options.NoProgressLimit, clock);
        Completion = WatchAsync();
    }

    public override DeploymentPlan? Plan { get; }

    public override ResumeToken ResumeToken => _started.Token;

    public override IAsyncEnumerable<DeploymentEvent> Events => _events.Reader.ReadAllAsync(CancellationToken.None);

    public override Task<DeploymentResult> Completion { get; }

    public override Task StopAsync(bool rollBack, CancellationToken cancellationToken = default)
    {
        _isStopped = true;
        return PatientCalls.RepeatAsync(() => _engine.StopAsync(_started, rollBack, cancellationToken), _clock, cancellationToken);
    }

    public override Task EndBakeAsync(CancellationToken cancellationToken = default) =>
        PatientCalls.RepeatAsync(() => _engine.EndBakeAsync(_started, cancellationToken), _clock, cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        // To cancel hops to another thread; who watches several runs in virtual time would meet their ends at other moments in every run.
        if (!Completion.IsCompleted && !_watching.IsCancellationRequested)
        {
            await _watching.CancelAsync().ConfigureAwait(false);
        }

        await ((Task)Completion).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _watching.Dispose();
    }

    private async Task<DeploymentResult> WatchAsync()
    {
        using var activity = Activities.Source.StartActivity("BlueGreen.Ecs.Deployment");
        activity?.SetTag("bluegreen.deployment.id", ResumeToken.DeploymentId);
        Log.Watching(_logger, ResumeToken.DeploymentId, ResumeToken.Service);
        try
        {
            var result = await EndedAsync(await WatchToTheEndAsync(_watching.Token).ConfigureAwait(false)).ConfigureAwait(false);
            activity?.SetTag("bluegreen.deployment.outcome", result.Outcome.ToString());
            Log.Ended(_logger, ResumeToken.DeploymentId, result.Outcome, result.Reason);
            _events.Writer.Complete();
            return result;
        }
        catch (AwsCallException exception)
        {
            var lost = new AwsCallException(exception.Operation, exception.ErrorCode, exception.RequestId, exception.InnerException!) { ResumeToken = ResumeToken };
            await EndedWithAsync(lost).ConfigureAwait(false);
            throw lost;
        }
        catch (Exception exception)
        {
            await EndedWithAsync(exception).ConfigureAwait(false);
            throw;
        }
    }

    private async Task EndedWithAsync(Exception exception)
    {
        // Who only stops watching leaves the deployment as it is, and what rests for it.
        if (_atEnd is not null && (_isStopped || exception is not OperationCanceledException))
        {
            await _atEnd().ConfigureAwait(false);
        }

        _events.Writer.Complete(exception is OperationCanceledException ? null : exception);
    }

    private async Task<DeploymentResult> EndedAsync(DeploymentResult result) =>
        _atEnd is not null && await _atEnd().ConfigureAwait(false) is { } left ? result with { Findings = [.. result.Findings, left] } : result;

    private async Task<DeploymentResult> WatchToTheEndAsync(CancellationToken cancellationToken)
    {
        using var asking = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            return await WatchToTheEndAsync(asking.Token, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // At once, on this thread: the clock of a simulation must not run on meanwhile.
            EndAsking(asking);
        }
    }

    private static void EndAsking(CancellationTokenSource asking) => asking.Cancel();

    private async Task<DeploymentResult> WatchToTheEndAsync(CancellationToken asking, CancellationToken cancellationToken)
    {
        Task? gates = null;
        while (true)
        {
            var now = await ObserveAsync(cancellationToken).ConfigureAwait(false);
            Tell(now);
            if (Outcome(now) is { } outcome)
            {
                var diagnosis = await ExplainAsync(outcome, cancellationToken).ConfigureAwait(false);
                return Result(outcome, now) with { Diagnosis = diagnosis, Findings = [.. (diagnosis?.Causes ?? []).Select(cause => cause.Finding)] };
            }

            await GiveUpWithoutProgressAsync(now, cancellationToken).ConfigureAwait(false);
            if (gates is null && now.Status == DeploymentStatus.Waiting && _asked.Add((now.Stage, now.Wait)))
            {
                gates = PassGatesAsync(now, asking);
            }

            gates = await PauseAsync(gates, _pace.After(now), cancellationToken).ConfigureAwait(false);
        }
    }

    // The deployment is looked at also while a gate thinks; a gate that has decided is not kept waiting for the next look.
    private async Task<Task?> PauseAsync(Task? gates, TimeSpan pause, CancellationToken cancellationToken)
    {
        if (gates is null)
        {
            await Task.Delay(pause, _clock, cancellationToken).ConfigureAwait(false);
            return null;
        }

        if (!gates.IsCompleted)
        {
            await Task.WhenAny(gates, Task.Delay(pause, _clock, cancellationToken)).ConfigureAwait(false);
        }

        if (!gates.IsCompleted)
        {
            return gates;
        }

        await gates.ConfigureAwait(false);
        return null;
    }

    private async Task GiveUpWithoutProgressAsync(Observation now, CancellationToken cancellationToken)
    {
        if (_progressWatch?.Complaint(now) is not { } complaint)
        {
            return;
        }

        Log.NoProgress(_logger, ResumeToken.DeploymentId, complaint);
        try
        {
            await _engine.StopAsync(_started, rollBack: true, cancellationToken).ConfigureAwait(false);
            (_gateReason, _isStopped) = (complaint, true);
            _progressWatch.Heard();
        }
        catch (AwsCallException exception)
        {
            Log.LookFailed(_logger, ResumeToken.DeploymentId, exception.Message); // Asked again at the next look.
        }
    }

    private DeploymentOutcome? Outcome(Observation now) => now.Status switch
    {
        DeploymentStatus.Succeeded => DeploymentOutcome.Succeeded,
        DeploymentStatus.RolledBack => DeploymentOutcome.RolledBack,
        DeploymentStatus.Failed => DeploymentOutcome.Failed,
        DeploymentStatus.InProgress when now.Stage == Stage.Bake && Plan is { Deployment.ReturnsWhenShifted: true } => DeploymentOutcome.Succeeded,
        _ => _clock.GetElapsedTime(_startTime) > _started.Deadline ? DeploymentOutcome.TimedOut : null,
    };

    private Task<Observation> ObserveAsync(CancellationToken cancellationToken) => _pace.LookAsync(
        () => _engine.ObserveAsync(_started, cancellationToken),
        failure => Log.LookFailed(_logger, ResumeToken.DeploymentId, failure.Message),
        cancellationToken);

    private void Tell(Observation now)
    {
        foreach (var happened in ObservationChanges.Between(_last, now, _clock.GetUtcNow()))
        {
            Log.Happened(_logger, ResumeToken.DeploymentId, happened.Stage, happened.Message);
            _events.Writer.TryWrite(happened);
            Report(happened);
        }

        _last = now;
    }

    private void Report(DeploymentEvent happened)
    {
        try
        {
            _progress?.Report(happened);
        }
#pragma warning disable CA1031 // A listener that fails must not take the watching, and with it the gates, down.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.ListenerFailed(_logger, ResumeToken.DeploymentId, exception);
        }
    }

    private async Task PassGatesAsync(Observation now, CancellationToken cancellationToken)
    {
        var gates = (Plan?.Deployment.Gates ?? []).Where(gate => gate.Stage == now.Stage).ToList();
        if (gates.Count == 0)
        {
            return; // Whoever configured the wait will continue it.
        }

        var context = new GateContext(now.Stage, Plan!, now) { Clock = _clock, StartedAt = _clock.GetUtcNow() - _clock.GetElapsedTime(_startTime), Services = _services };
        var verdict = await GateKeeper.AskAsync(gates, context, cancellationToken).ConfigureAwait(false);
        _gateReason = verdict.Reason;
        if (verdict.Reason is null)
        {
            await CarryOutAsync(() => _engine.ContinueAsync(_started, now, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        else
        {
            Log.GateRolledBack(_logger, ResumeToken.DeploymentId, verdict.Reason);
            await CarryOutAsync(() => _engine.StopAsync(_started, rollBack: true, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
    }

    // A verdict holds as long as the deployment is watched, however long AWS does not answer.
    private async Task CarryOutAsync(Func<Task> verdict, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await PatientCalls.RepeatAsync(verdict, _clock, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (AwsCallException exception) when (PatientCalls.MayPass(exception))
            {
                Log.LookFailed(_logger, ResumeToken.DeploymentId, exception.Message);
            }
        }
    }

    // A cause that cannot be looked for must not hide how the deployment ended.
    private async Task<FailureDiagnosis?> ExplainAsync(DeploymentOutcome outcome, CancellationToken cancellationToken)
    {
        try
        {
            return outcome == DeploymentOutcome.Succeeded ? null : await _engine.ExplainAsync(_started, _isStopped || _gateReason is not null, cancellationToken).ConfigureAwait(false);
        }
        catch (BlueGreenException exception)
        {
            Log.NotExplained(_logger, ResumeToken.DeploymentId, exception.Message);
            return null;
        }
    }

    private DeploymentResult Result(DeploymentOutcome outcome, Observation last) => new()
    {
        Outcome = outcome,
        DeploymentId = ResumeToken.DeploymentId,
        RollBackId = last.RollBackId,
        TaskDefinitionArn = _started.TaskDefinitionArn,
        Reason = outcome == DeploymentOutcome.TimedOut
            ? $"The deployment did not end within {_started.Deadline:c} and goes on by itself."
            : _gateReason ?? last.Reason,
        ErrorCode = last.ErrorCode,
        Duration = _clock.GetElapsedTime(_startTime),
        Last = last,
    };
}
