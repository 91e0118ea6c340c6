using Microsoft.Extensions.Logging;

namespace BlueGreen.Ecs.Running.Joint;

/// <summary>Carries several deployments out, in order or in parallel; when one fails, brings all back.</summary>
internal sealed class JointRun(Deployer deployer, JointDeploymentPlan plan, SharedGates gates, JointProgress progress, TimeProvider clock, TimeSpan cancelBudget, ILogger logger) : IDisposable
{
    private readonly long _startTime = clock.GetTimestamp();
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _givenUp = new();

    // Continuations run at once, in the clock's time.
    private readonly TaskCompletionSource<string> _failure = new();
    private Task[] _ways = [];

    public IReadOnlyList<JointMember> Members { get; } = [.. plan.Members.Select(member => new JointMember(member, gates.Count))];

    /// <summary>Ends, with the reason, as soon as all are to go back.</summary>
    public Task<string> Failure => _failure.Task;

    /// <summary>Is cancelled when no further member is started, and no gate is asked any more.</summary>
    public CancellationToken Stopping => _stopping.Token;

    /// <summary>All go back, unless they end already.</summary>
    public void Fail(string reason)
    {
        if (!Stopping.IsCancellationRequested)
        {
            _failure.TrySetResult(reason);
        }
    }

    public async Task<JointDeploymentResult> RunAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var canceled = new TaskCompletionSource();
        using var registration = cancellationToken.Register(() => canceled.TrySetResult());
        try
        {
            _ways = [.. Members.Select((_, index) => GoForthAsync(index))];
            var all = Task.WhenAll(_ways);
            await Task.WhenAny(all, Failure, canceled.Task).ConfigureAwait(false);
            if (Failure.IsCompleted || !all.IsCompleted)
            {
                await GoBackAsync(canceled.Task).ConfigureAwait(false);
            }
        }
        finally
        {
            await EndAsync().ConfigureAwait(false);
        }

        return !canceled.Task.IsCompleted || Members.All(member => member.Outcome == DeploymentOutcome.Succeeded) ? Result()
            : Members.All(member => member.Run is null) ? throw new OperationCanceledException(cancellationToken)
            : throw new JointDeploymentCanceledException(Result(), cancellationToken);
    }

    public void Dispose()
    {
        _stopping.Dispose();
        _givenUp.Dispose();
    }

    private async Task GoForthAsync(int index)
    {
        var member = Members[index];
        try
        {
            if (await IsDueAsync(index).ConfigureAwait(false))
            {
                member.Run = await deployer.StartAsync(member.Plan, progress.Of(member, member.Note), Stopping).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (Stopping.IsCancellationRequested)
        {
            // The others go back already; this one has not begun.
        }
#pragma warning disable CA1031 // Whatever keeps it from starting, the others must go back.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            member.Problem = $"It could not be started: {exception.Message}";
            Fail($"{member.Service} could not be started: {exception.Message}");
        }

        member.SetStarted();
        if (member.Run is not null)
        {
            await WatchAsync(index, member.Run).ConfigureAwait(false);
        }
    }

    /// <returns>Whether its turn has come; otherwise all go back.</returns>
    private async Task<bool> IsDueAsync(int index)
    {
        if (!plan.Deployment.IsParallel && index > 0)
        {
            await Task.WhenAny(Members[index - 1].ReachedAsync(0), Failure).WaitAsync(Stopping).ConfigureAwait(false);
        }

        return !Failure.IsCompleted;
    }

    private async Task WatchAsync(int index, DeploymentRun run)
    {
        var member = Members[index];
        try
        {
            member.Deployment = await run.Completion.ConfigureAwait(false);
            member.Outcome = member.Deployment.Outcome;
            if (member.Outcome == DeploymentOutcome.Succeeded)
            {
                gates.GotThrough(this, index);
                member.ReachAll();
            }
            else
            {
                Fail($"{member.Service}: {member.Deployment.Reason ?? $"it ended as {member.Outcome}, and AWS gave no reason."}");
            }
        }
        catch (OperationCanceledException) when (_givenUp.IsCancellationRequested)
        {
            // It is no longer watched, and goes on by itself.
        }
#pragma warning disable CA1031 // Whatever keeps it from being watched, the others must go back.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            member.Problem = $"Its end was not seen: {exception.Message}";
            Fail($"{member.Service} could not be watched: {exception.Message}");
        }
    }

    // Once the caller has cancelled, there is only so much time.
    private async Task GoBackAsync(Task canceled)
    {
        StopStarting();
        var going = BackwardsAsync(Failure.IsCompleted ? UndoAsync : CancelAsync);
        await Task.WhenAny(going, canceled).ConfigureAwait(false);
        if (!going.IsCompleted)
        {
            await Task.WhenAny(going, Task.Delay(cancelBudget, clock, CancellationToken.None)).ConfigureAwait(false);
        }
    }

    // In reverse order: the next goes back as soon as the traffic of the one behind it has; their task sets may still be removed.
    private async Task BackwardsAsync(Func<JointMember, Task> goBack)
    {
        var going = new List<Task>();
        foreach (var member in Members.Reverse())
        {
            var back = goBack(member);
            going.Add(back);
            if (!plan.Deployment.IsParallel)
            {
                await Task.WhenAny(back, member.IsBack).ConfigureAwait(false);
            }
        }

        await Task.WhenAll(going).ConfigureAwait(false);
    }

    private async Task CancelAsync(JointMember member)
    {
        await member.Started.ConfigureAwait(false);

        // A deployment that somebody else started is only watched, and goes on.
        var policy = member.Run?.Plan is null ? CancelPolicy.Leave : member.Plan.Deployment.OnCancel;
        if (policy == CancelPolicy.StopAndRollBack)
        {
            await UndoAsync(member).ConfigureAwait(false);
        }
        else if (policy == CancelPolicy.Stop && member.Outcome is null)
        {
            await StopAsync(member, rollBack: false).ConfigureAwait(false);
        }
    }

    private async Task UndoAsync(JointMember member)
    {
        await member.Started.ConfigureAwait(false);
        if (member.Run?.Plan is null)
        {
            return; // It has not begun, or somebody else has begun it, and it was only attached to.
        }

        if (member.Outcome is null)
        {
            await StopAsync(member, rollBack: true).ConfigureAwait(false);
        }

        if (member.Outcome == DeploymentOutcome.Succeeded)
        {
            await BringBackAsync(member, member.Deployment!.TaskDefinitionArn).ConfigureAwait(false);
        }
    }

    private async Task StopAsync(JointMember member, bool rollBack)
    {
        Tell(member, rollBack ? "it goes back with the others" : "it is stopped with the others");
        try
        {
            await member.Run!.StopAsync(rollBack, _givenUp.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_givenUp.IsCancellationRequested)
        {
            member.Problem = "The time budget was over before it could be stopped.";
        }
#pragma warning disable CA1031 // One that cannot be stopped must not keep the others from going back.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            member.Problem = $"It could not be stopped: {exception.Message}";
            JointLog.NotRolledBack(logger, member.Service, exception);
        }

        await _ways[Index(member)].ConfigureAwait(false);
    }

    private async Task BringBackAsync(JointMember member, string deployedArn)
    {
        Tell(member, "what ran before is brought back");
        try
        {
            if (await deployer.PlanBackAsync(member.Plan, deployedArn, _givenUp.Token).ConfigureAwait(false) is not { } back)
            {
                member.Problem = "What ran before is not brought back: somebody else has deployed since.";
                return;
            }

            member.RollBackRun = await deployer.StartAsync(back, progress.Of(member, member.NoteBack), _givenUp.Token).ConfigureAwait(false);
            member.Outcome = null;
            member.RollBack = await member.RollBackRun.Completion.ConfigureAwait(false);
            member.Outcome = member.RollBack.Outcome == DeploymentOutcome.Succeeded ? DeploymentOutcome.RolledBack : DeploymentOutcome.Failed;
            member.Problem = member.Outcome == DeploymentOutcome.RolledBack ? null : $"What ran before could not be brought back: {member.RollBack.Reason}";
        }
        catch (OperationCanceledException) when (_givenUp.IsCancellationRequested)
        {
            member.Problem = "What ran before is brought back, but the time budget was over before its end.";
        }
#pragma warning disable CA1031 // One that cannot go back must not keep the others from it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            member.Problem = $"What ran before could not be brought back: {exception.Message}";
            JointLog.NotRolledBack(logger, member.Service, exception);
        }
    }

    private void Tell(JointMember member, string message)
    {
        var reason = Failure.IsCompletedSuccessfully ? Failure.GetAwaiter().GetResult() : "the caller has cancelled";
        JointLog.GoingBack(logger, member.Service, reason);
        progress.Report(member, member.GoesBack($"{message}: {reason}", clock.GetUtcNow()));
    }

    // At once, on this thread: what follows is decided by it.
    private void StopStarting() => _stopping.Cancel();

    private void GiveUp() => _givenUp.Cancel();

    private int Index(JointMember member) => Members.ToList().IndexOf(member);

    // What has not ended by now goes on unwatched.
    private async Task EndAsync()
    {
        StopStarting();
        GiveUp();
        foreach (var member in Members)
        {
            await member.DisposeAsync().ConfigureAwait(false);
        }

        await Task.WhenAll(_ways).ConfigureAwait(false);
    }

    private JointDeploymentResult Result()
    {
        EquatableArray<JointMemberResult> members = [.. Members.Select(member => member.Result())];
        return new()
        {
            Outcome = members.All(member => member.Outcome == DeploymentOutcome.Succeeded) ? DeploymentOutcome.Succeeded
                : members.All(member => member.Outcome == DeploymentOutcome.RolledBack || member is { Outcome: null, ResumeToken: null }) ? DeploymentOutcome.RolledBack
                : DeploymentOutcome.Failed,
            Members = members,
            Reason = Failure.IsCompletedSuccessfully ? Failure.GetAwaiter().GetResult() : null,
            Duration = clock.GetElapsedTime(_startTime),
        };
    }
}
