using BlueGreen.Ecs.Simulator.Kernel;

namespace BlueGreen.Ecs.Simulator.Services.Ecs.Deployments;

/// <summary>Carries a service deployment out: what all strategies share, from PENDING to a terminal status.</summary>
internal abstract class DeploymentRun(EcsState state, ServiceDeployment deployment)
{
    private ScheduledEvent? _deadline;

    protected EcsState State => state;

    protected ServiceDeployment Deployment => deployment;

    protected Service Service => deployment.Service;

    protected TaskSet Target => deployment.Target;

    /// <summary>The tasks of the revision to which the service can go back.</summary>
    protected TaskSet? Source => Service.StableSet is { } stable && stable != Target ? stable : null;

    protected SimulatorTimings Timings => World.Options.Timings;

    /// <summary>Whether the new revision has taken over for good, so that there is no way back.</summary>
    protected bool IsSettled => Service.StableRevision == deployment.Revision;

    private World World => state.World;

    private DeploymentSteps Steps => field ??= new DeploymentSteps(state, deployment, reason => Fail(reason));

    /// <summary>Turns PENDING into IN_PROGRESS.</summary>
    public void Begin()
    {
        deployment.StartedAt = World.Now;
        deployment.Sources = [.. Service.TaskSets.Where(set => set != Target && set.Revision is not null && set.Status != TaskSetStatus.Draining)];
        deployment.Alarms = new DeploymentAlarms(state.Region, deployment);
        SetStatus(ServiceDeploymentStatus.InProgress, null);
        _deadline = World.Clock.Schedule(Timings.LongestServiceDeployment, $"service deployment {deployment.Id} is too old",
            () => Fail("The service deployment took too long."));
        PollAlarms();
        Start();
        state.Scheduler.ReviewLater(Service);
    }

    /// <summary>Something about the service's tasks has changed.</summary>
    public void Look()
    {
        if (deployment.Status == ServiceDeploymentStatus.InProgress && !IsSettled && deployment.Breaker.Trips(Target))
        {
            Fail("ECS deployment circuit breaker: tasks failed to start.", deployment.Breaker.RollsBack);
        }
        else if (deployment.Status == ServiceDeploymentStatus.RollbackInProgress && RollbackIsHopeless())
        {
            End(ServiceDeploymentStatus.RollbackFailed, "The tasks of the revision to roll back to failed to start.");
        }
        else
        {
            Steps.Look();
        }
    }

    /// <summary>StopServiceDeployment.</summary>
    public void Stop(bool rollBack)
    {
        switch (deployment.Status)
        {
            case ServiceDeploymentStatus.Pending or ServiceDeploymentStatus.InProgress when rollBack:
                RequestRollback();
                break;
            case ServiceDeploymentStatus.Pending or ServiceDeploymentStatus.InProgress or ServiceDeploymentStatus.RollbackRequested when !rollBack:
                RequestStop("The service deployment was stopped by a user.");
                break;
            case ServiceDeploymentStatus.RollbackInProgress when !rollBack:
                End(ServiceDeploymentStatus.RollbackFailed, "The rollback was stopped by a user.");
                break;
            default:
                break;
        }
    }

    /// <summary>ContinueServiceDeployment.</summary>
    /// <returns>Whether such a hook waits.</returns>
    public bool Continue(string hookId, bool rollBack) =>
        deployment.Status == ServiceDeploymentStatus.InProgress && Steps.Continue(hookId, rollBack);

    /// <summary>A newer deployment wants to begin. One that has not begun gives way at once, one that nears its end may reach it.</summary>
    public void GiveWay()
    {
        if (deployment.StartedAt is null)
        {
            End(ServiceDeploymentStatus.Stopped, "The service deployment was superseded by a newer one.");
        }
        else if (deployment.Status == ServiceDeploymentStatus.InProgress && !IsSettled)
        {
            RequestStop("The service deployment was superseded by a newer one.");
        }
    }

    /// <summary>The service is deleted.</summary>
    public void Cancel() => End(ServiceDeploymentStatus.Stopped, "The service was deleted.");

    protected abstract void Start();

    /// <summary>Goes back to <see cref="Source"/>, or to a new set of tasks of the stable revision.</summary>
    protected abstract void RollBack();

    /// <summary>Stops moving. Traffic and tasks stay where they are, until the next deployment puts them in order.</summary>
    protected virtual void Halt()
    {
    }

    protected virtual bool RollbackIsHopeless() => false;

    protected void Fail(string reason, bool rollBack = true)
    {
        if (deployment.IsOver)
        {
            return;
        }

        if (deployment.Status == ServiceDeploymentStatus.RollbackInProgress)
        {
            End(ServiceDeploymentStatus.RollbackFailed, reason);
        }
        else if (rollBack && Service.StableRevision is not null && !IsSettled)
        {
            BeginRollback(reason);
        }
        else
        {
            RequestStop(reason);
        }
    }

    protected void Await(Func<bool> holds, Action then, bool forever = false) => Steps.Await(holds, then, forever);

    protected void RunHooks(string stage, Action then) => Steps.RunHooks(stage, then);

    /// <summary>Has something happen later, unless the deployment takes another turn before.</summary>
    protected void Later(TimeSpan delay, string what, Action action) => Steps.Later(delay, what, action);

    protected void Enter(string stage)
    {
        (deployment.Stage, deployment.UpdatedAt) = (stage, World.Now);
        Tell(stage);
    }

    protected void End(string status, string? reason)
    {
        Steps.CallOff();
        _deadline?.Cancel();
        deployment.FinishedAt = World.Now;
        deployment.StoppedAt = status == ServiceDeploymentStatus.Stopped ? World.Now : null;
        if (status != ServiceDeploymentStatus.Successful && !IsSettled)
        {
            Target.Fail(reason);
        }

        SetStatus(status, reason);
        if (Target.IsQueued)
        {
            Restore();
            state.TaskSets.Delete(Target);
        }

        if (status == ServiceDeploymentStatus.Successful)
        {
            state.Tell(Service, $"(service {Service.Name}) deployment {Target.Id} deployment completed.");
        }

        state.Deployments.BeginNext(Service);
        state.Scheduler.ReviewLater(Service);
    }

    /// <summary>From now on the new revision is the one to go back to.</summary>
    protected void Settle()
    {
        Service.StableRevision = deployment.Revision;
        Target.Complete();
    }

    /// <summary>Whether a set of tasks is the only one left, but for those that have not begun.</summary>
    protected bool IsAlone(TaskSet set) => Service.TaskSets.TrueForAll(one => one == set || one.IsQueued);

    private void RequestRollback()
    {
        if (IsSettled)
        {
            SetStatus(ServiceDeploymentStatus.RollbackRequested, "A rollback was requested when the new revision had taken over.");
            return;
        }

        Steps.CallOff();
        SetStatus(ServiceDeploymentStatus.RollbackRequested, "A rollback was requested by a user.");
        Later(Timings.LifecycleStage, "rolls back", () =>
        {
            if (deployment.StartedAt is not null && Service.StableRevision is not null)
            {
                BeginRollback("A rollback was requested by a user.");
            }
            else
            {
                Halt();
                End(ServiceDeploymentStatus.Stopped, "A rollback was requested, and there was nothing to roll back to.");
            }
        });
    }

    private void RequestStop(string reason)
    {
        Steps.CallOff();
        SetStatus(ServiceDeploymentStatus.StopRequested, reason);
        if (deployment.StartedAt is not null)
        {
            Halt();
        }

        Later(Timings.LifecycleStage, "stops", () => End(ServiceDeploymentStatus.Stopped, reason));
    }

    private void BeginRollback(string reason)
    {
        Steps.CallOff();
        deployment.Rollback = new Rollback(reason, World.Now, Service.StableRevision!.Arn);
        SetStatus(ServiceDeploymentStatus.RollbackInProgress, reason);
        Target.Fail(reason);
        Target.IsQueued = false;
        RollBack();
        Restore();
        state.Scheduler.ReviewLater(Service);
    }

    // A newer deployment has settings of its own, which stay.
    private void Restore()
    {
        if (Service.Deployments[^1] != deployment || Service.StableRevision is not { } stable)
        {
            return;
        }

        var back = Source is { Status: not TaskSetStatus.Draining } source
            ? source
            : Service.TaskSets.FindLast(set => set != Target && set is { IsQueued: false, Status: not TaskSetStatus.Draining });
        var revision = back?.Revision ?? stable;
        revision.Settings.CopyTo(Service.Settings, ServiceRevision.Members);
        Service.Settings["taskDefinition"] = revision.TaskDefinition.Arn;
        Target.Status = Target.Status == TaskSetStatus.Primary ? TaskSetStatus.Active : Target.Status;
        back?.Status = TaskSetStatus.Primary;
    }

    private void PollAlarms()
    {
        if (deployment.Alarms!.IsWatched)
        {
            World.Clock.Schedule(Timings.AlarmPoll, $"service deployment {deployment.Id} looks at its alarms", () =>
            {
                if (deployment.Status == ServiceDeploymentStatus.InProgress && !IsSettled)
                {
                    LookAtAlarms();
                }
            });
        }
    }

    private void LookAtAlarms()
    {
        if (deployment.Alarms!.Look())
        {
            Fail($"ECS deployment alarms: {string.Join(", ", deployment.Alarms.Triggered)} in the state ALARM.", deployment.Alarms.RollsBack);
        }
        else
        {
            PollAlarms();
        }
    }

    private void SetStatus(string status, string? reason)
    {
        (deployment.Status, deployment.StatusReason, deployment.UpdatedAt) = (status, reason, World.Now);
        Tell(reason is null ? status : $"{status}: {reason}");
    }

    private void Tell(string message) => World.History.Record("service-deployment", deployment.Id, message);
}
