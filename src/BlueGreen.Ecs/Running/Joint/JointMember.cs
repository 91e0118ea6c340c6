namespace BlueGreen.Ecs.Running.Joint;

/// <summary>One of several deployments on its way: how far it has come, and how it ended.</summary>
internal sealed class JointMember(DeploymentPlan plan, int gates) : IAsyncDisposable
{
    // Continuations run at once, in the clock's time. The last one is: all production traffic has moved.
    private readonly TaskCompletionSource[] _reached = [.. Enumerable.Range(0, gates + 1).Select(_ => new TaskCompletionSource())];
    private readonly TaskCompletionSource _started = new();
    private readonly TaskCompletionSource _isBack = new();
    private DeploymentEvent? _last;
    private bool _goesBack;

    public DeploymentPlan Plan => plan;

    public ServiceReference Service => plan.Service.Reference;

    /// <summary>Its deployment; none before it is started.</summary>
    public DeploymentRun? Run { get; set; }

    /// <summary>The deployment that brings back what ran before; none where none is needed.</summary>
    public DeploymentRun? RollBackRun { get; set; }

    /// <summary>How its deployment ended, and where the service stands by now.</summary>
    public DeploymentResult? Deployment { get; set; }

    public DeploymentResult? RollBack { get; set; }

    public DeploymentOutcome? Outcome { get; set; }

    public string? Problem { get; set; }

    /// <summary>Ends when it has been started, or will not be.</summary>
    public Task Started => _started.Task;

    /// <summary>Ends when what ran before has all production traffic again.</summary>
    public Task IsBack => _isBack.Task;

    /// <summary>Ends when it is held at a shared gate; behind the last gate, when all its production traffic has moved.</summary>
    public Task ReachedAsync(int gate) => _reached[gate].Task;

    public void Reach(int gate)
    {
        for (var i = 0; i <= gate; i++)
        {
            _reached[i].TrySetResult();
        }
    }

    public void ReachAll() => Reach(_reached.Length - 1);

    public void SetStarted() => _started.TrySetResult();

    /// <summary>Takes note of an event of its deployment.</summary>
    public void Note(DeploymentEvent happened)
    {
        _last = happened;
        if (happened.Stage == Stage.Bake)
        {
            ReachAll();
        }

        NoteTraffic();
    }

    /// <summary>Takes note of an event of the deployment that brings back what ran before.</summary>
    public void NoteBack(DeploymentEvent happened)
    {
        if (happened.Stage == Stage.Bake)
        {
            _isBack.TrySetResult();
        }
    }

    /// <summary>It goes back from now on.</summary>
    /// <returns>An event that says so.</returns>
    public DeploymentEvent GoesBack(string message, DateTimeOffset time)
    {
        _goesBack = true;
        NoteTraffic();
        return (_last ?? new() { Time = time, Stage = Stage.RollBack, Message = message }) with { Time = time, Stage = Stage.RollBack, Message = message, LifecycleEvent = null };
    }

    public JointMemberResult Result() => new()
    {
        Service = Service,
        Outcome = Outcome,
        Deployment = Deployment,
        RollBack = RollBack,
        ResumeToken = Outcome is null ? (RollBackRun ?? Run)?.ResumeToken : null,
        Problem = Problem,
    };

    public async ValueTask DisposeAsync()
    {
        foreach (var run in new[] { Run, RollBackRun })
        {
            if (run is not null)
            {
                await run.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private void NoteTraffic()
    {
        if (_goesBack && (_last is null || _last.GreenPercent == 0))
        {
            _isBack.TrySetResult();
        }
    }
}
