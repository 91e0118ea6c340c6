using BlueGreen.Ecs.Simulator.Kernel;

namespace BlueGreen.Ecs.Simulator.Services.CodeDeploy;

/// <summary>An ordinary deployment: a green task set beside the blue one, traffic moved over, blue taken away.</summary>
internal sealed class ForwardRun : LifecycleRun
{
    private readonly AlarmWatch _alarms;
    private readonly HookCall _hooks;
    private readonly ScalingWatch _scaling;
    private AppSpec? _appSpec;
    private bool _mayShift;
    private ScheduledEvent? _wait;

    public ForwardRun(CodeDeployState state, Deployment deployment)
        : base(state, deployment)
    {
        _mayShift = !deployment.Settings.WaitsForReady;
        _alarms = new AlarmWatch(state, deployment);
        _scaling = new ScalingWatch(state, deployment);
        _hooks = new HookCall(state, deployment, OnHookResult);
    }

    /// <summary>How the test listener forwarded before the deployment, to be restored by a rollback.</summary>
    public IReadOnlyDictionary<string, int>? TestForward { get; private set; }

    public override void Stop(bool rollBack) =>
        End(DeploymentStatus.Stopped, new DeploymentError("MANUAL_STOP", "The deployment was stopped by a user."), RollbackTrigger.StopOnRequest, rollBack);

    public override void Continue(string waitType)
    {
        var isReady = Deployment.Status == DeploymentStatus.Ready;
        if (waitType == "READY_WAIT" && isReady)
        {
            _wait?.Cancel();
            _mayShift = true;
            SetStatus(DeploymentStatus.InProgress, DeploymentStatus.InProgress);
            Next();
        }
        else if (waitType == "TERMINATION_WAIT" && Deployment.TargetStatus == DeploymentStatus.Succeeded)
        {
            _wait?.Cancel();
            TerminateBlue();
        }
        else
        {
            throw waitType == "READY_WAIT"
                ? CodeDeployErrors.Of("DeploymentIsNotInReadyState", $"The deployment {Deployment.Id} is not in the Ready state; it is {Deployment.Status}.")
                : CodeDeployErrors.Of("InvalidDeploymentStatus", $"The deployment {Deployment.Id} does not wait to terminate the original task set.");
        }
    }

    public override void ReportHook(string executionId, bool succeeded) => _hooks.Report(executionId, succeeded);

    protected override void Start() => PollAlarms();

    protected override bool MayBegin(LifecycleEvent lifecycleEvent)
    {
        if (lifecycleEvent.Name != LifecycleEvent.BeforeAllowTraffic || _mayShift)
        {
            return true;
        }

        SetStatus(DeploymentStatus.Ready, DeploymentStatus.Ready);
        var minutes = Deployment.Settings.ReadyWaitMinutes;
        var message = $"The deployment timed out while waiting for a notification to continue. This time out period is {minutes} minutes.";
        _wait = Later(TimeSpan.FromMinutes(minutes), "waits no longer to continue",
            () => End(DeploymentStatus.Stopped, new DeploymentError("TIMEOUT", message), RollbackTrigger.Failure));
        return false;
    }

    protected override void Perform(LifecycleEvent lifecycleEvent)
    {
        switch (lifecycleEvent.Name)
        {
            case LifecycleEvent.BeforeInstall:
                Prepare();
                break;
            case LifecycleEvent.Install:
                new Installation(State, Deployment, _appSpec!).Begin(Complete, Fail, Later);
                break;
            case LifecycleEvent.AllowTestTraffic:
                AllowTestTraffic();
                break;
            case LifecycleEvent.AllowTraffic:
                AllowTraffic();
                break;
            default:
                RunHook(lifecycleEvent);
                break;
        }
    }

    protected override void Finish()
    {
        SetStatus(DeploymentStatus.InProgress, DeploymentStatus.Succeeded);
        _wait = Later(Deployment.Settings.TerminationWait, "terminates the original task set", TerminateBlue);
    }

    private void Prepare()
    {
        var error = Preconditions.Check(State, Deployment, out _appSpec);
        if (error is null)
        {
            RunHook(Current!);
        }
        else
        {
            Later(World.Options.Timings.LifecycleEvent, "fails", () => Fail(error));
        }
    }

    private void RunHook(LifecycleEvent lifecycleEvent)
    {
        if (_appSpec!.Hooks.TryGetValue(lifecycleEvent.Name, out var function))
        {
            lifecycleEvent.Function = function;
            Later(World.Options.Timings.LifecycleEvent, $"invokes {function}", () => _hooks.Invoke(lifecycleEvent, Later));
        }
        else
        {
            CompleteSoon();
        }
    }

    private void OnHookResult(DeploymentError? error)
    {
        if (error is null)
        {
            Complete();
        }
        else
        {
            Fail(error);
        }
    }

    private void AllowTestTraffic()
    {
        var listener = Deployment.Settings.TestListener!;
        TestForward = State.Region.LoadBalancing.ForwardWeights(listener);
        State.Region.LoadBalancing.SetForward(listener, [(ProductionTraffic.TargetGroupOf(Deployment.Green!), 1)]);
        CompleteSoon();
    }

    private void AllowTraffic()
    {
        foreach (var (at, percent) in Deployment.Config.Steps)
        {
            if (at == TimeSpan.Zero)
            {
                Shift(percent);
            }
            else
            {
                Later(at, $"shifts {percent} %", () => Shift(percent));
            }
        }
    }

    private void Shift(int percent)
    {
        ProductionTraffic.Set(State, Deployment, percent);
        if (percent == 100)
        {
            Later(World.Options.Timings.LifecycleEvent, "promotes the replacement task set", () =>
            {
                State.Ecs.TaskSets.Promote(Deployment.Green!);
                Complete();
            });
        }
    }

    private void TerminateBlue()
    {
        State.Ecs.TaskSets.SetScale(Deployment.Blue!, 0);
        State.Ecs.TaskSets.Delete(Deployment.Blue!);
        End(DeploymentStatus.Succeeded, error: null);
    }

    private void PollAlarms() => Later(World.Options.Timings.AlarmPoll, "looks at its alarms", () =>
    {
        if (_alarms.Find() is { } error)
        {
            End(DeploymentStatus.Stopped, error, RollbackTrigger.StopOnAlarm);
        }
        else if (ServiceWatch.Find(State, Deployment) is { } gone)
        {
            Fail(gone);
        }
        else if (_scaling.Find() is { } unsteady)
        {
            Fail(unsteady);
        }
        else
        {
            PollAlarms();
        }
    });

    private void Fail(DeploymentError error) => End(DeploymentStatus.Failed, error, RollbackTrigger.Failure);

    private void End(string status, DeploymentError error, string trigger, bool rollBack = false)
    {
        // Before Install nothing has been touched, so there is nothing to roll back.
        var touched = Deployment.Events.Exists(one => one is { Name: LifecycleEvent.Install, StartedAt: not null });
        End(status, error);
        if (touched && (rollBack || RollbackTrigger.IsSet(Deployment.Settings, trigger)))
        {
            RollbackRun.Begin(State, Deployment, TestForward);
        }
    }
}
