namespace BlueGreen.Ecs.Running.Joint;

/// <summary>Gates that several deployments share: each is asked once, when all have come there.</summary>
internal sealed class SharedGates
{
    private readonly Lock _lock = new();
    private readonly IReadOnlyList<(Stage Stage, EquatableArray<Gate> Gates)> _stages;
    private readonly GateContext?[][] _contexts;
    private readonly int[] _arrivals;
    private readonly bool[][] _hasArrived;
    private readonly TaskCompletionSource[] _passed;
    private readonly JointDeployment _deployment;
    private JointRun? _run;

    public SharedGates(JointDeployment deployment)
    {
        _deployment = deployment;
        _stages = [.. deployment.SharedGates.GroupBy(gate => gate.Stage).OrderBy(stage => stage.Key).Select(stage => (stage.Key, stage.ToEquatableArray()))];
        _contexts = [.. _stages.Select(_ => new GateContext?[deployment.Members.Count])];
        _hasArrived = [.. _stages.Select(_ => new bool[deployment.Members.Count])];
        _arrivals = new int[_stages.Count];
        _passed = [.. _stages.Select(_ => new TaskCompletionSource())];
    }

    /// <summary>At how many stages all are held.</summary>
    public int Count => _stages.Count;

    /// <summary>The members, each held by these gates behind its own.</summary>
    public IEnumerable<Deployment> Members() => _deployment.Members.Select((member, index) => member with
    {
        ReturnsWhenShifted = false, // One whose old version is still kept could neither be stopped nor be brought back.
        Gates = [.. member.Gates, .. _stages.Select((stage, gate) => new Gate(stage.Stage, (context, token) => PassAsync(index, gate, context, token)))],
    });

    /// <summary>From now on gates are asked for a run.</summary>
    public void Serve(JointRun run) => _run = run;

    /// <summary>A member that has got through is not waited for at any gate.</summary>
    public void GotThrough(JointRun run, int member)
    {
        for (var gate = 0; gate < _stages.Count; gate++)
        {
            Arrive(run, member, gate, context: null);
        }
    }

    private async Task<GateVerdict> PassAsync(int member, int gate, GateContext context, CancellationToken cancellationToken)
    {
        if (_run is not { } run)
        {
            // A plan that was shown, and is carried out by itself.
            return await GateKeeper.AskAsync(_stages[gate].Gates, context, cancellationToken).ConfigureAwait(false);
        }

        Arrive(run, member, gate, context);
        var turn = _deployment.IsParallel || member == 0 ? Task.CompletedTask : run.Members[member - 1].ReachedAsync(gate + 1);
        await Task.WhenAny(Task.WhenAll(_passed[gate].Task, turn), run.Failure).WaitAsync(cancellationToken).ConfigureAwait(false);
        return run.Failure.IsCompleted ? GateVerdict.RollBack(await run.Failure.ConfigureAwait(false)) : GateVerdict.Continue;
    }

    // Behind a gate that has been passed, the later steps of its stage find all arrived already, and go on.
    private void Arrive(JointRun run, int member, int gate, GateContext? context)
    {
        var isLast = false;
        lock (_lock)
        {
            if (!_hasArrived[gate][member])
            {
                (_hasArrived[gate][member], _contexts[gate][member]) = (true, context);
                isLast = ++_arrivals[gate] == _deployment.Members.Count;
            }
        }

        run.Members[member].Reach(gate);
        if (isLast)
        {
            _ = AskAsync(gate, run);
        }
    }

    private async Task AskAsync(int gate, JointRun run)
    {
        EquatableArray<GateContext> contexts = [.. _contexts[gate].OfType<GateContext>()];
        try
        {
            var verdict = contexts.Count == 0 ? GateVerdict.Continue
                : await GateKeeper.AskAsync(_stages[gate].Gates, contexts[0] with { Members = contexts }, run.Stopping).ConfigureAwait(false);
            if (verdict.Reason is { } reason)
            {
                run.Fail(reason);
            }
            else
            {
                _passed[gate].TrySetResult();
            }
        }
        catch (OperationCanceledException)
        {
            // All are stopped; nobody waits for the verdict any more.
        }
    }
}
