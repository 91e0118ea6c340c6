using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodeDeploy;

/// <summary>Takes a deployment through its lifecycle events, one after the other, to its end.</summary>
internal abstract class LifecycleRun(CodeDeployState state, Deployment deployment)
{
    private readonly List<ScheduledEvent> _later = [];

    protected CodeDeployState State => state;

    protected World World => state.World;

    protected Deployment Deployment => deployment;

    protected LifecycleEvent? Current => deployment.Events.Find(one => one.Status == DeploymentStatus.InProgress);

    private SimulatorTimings Timings => World.Options.Timings;

    /// <summary>Sets the new deployment on its way.</summary>
    public void Begin()
    {
        Tell($"created for {deployment.Settings.ClusterName}/{deployment.Settings.ServiceName}");
        Later(Timings.DeploymentCreated, "starts", () =>
        {
            deployment.StartedAt = World.Now;
            SetStatus(DeploymentStatus.InProgress, DeploymentStatus.InProgress);
            Start();
            Next();
        });
    }

    /// <summary>StopDeployment.</summary>
    public abstract void Stop(bool rollBack);

    /// <summary>ContinueDeployment.</summary>
    /// <exception cref="AwsErrorException">The deployment does not wait for that.</exception>
    public abstract void Continue(string waitType);

    /// <summary>PutLifecycleEventHookExecutionStatus.</summary>
    /// <exception cref="AwsErrorException">No hook waits under that id.</exception>
    public abstract void ReportHook(string executionId, bool succeeded);

    /// <summary>What the run does once, when it starts.</summary>
    protected abstract void Start();

    /// <summary>Does an event's work, and sees to it that <see cref="Complete"/> or <see cref="End"/> follows.</summary>
    protected abstract void Perform(LifecycleEvent lifecycleEvent);

    /// <summary>What follows the last event.</summary>
    protected abstract void Finish();

    /// <summary>Whether an event may begin now. One that may not is begun by calling <see cref="Next"/> again.</summary>
    protected virtual bool MayBegin(LifecycleEvent lifecycleEvent) => true;

    protected void Next()
    {
        var next = deployment.Events.Find(one => one.Status == DeploymentStatus.Pending);
        if (next is null)
        {
            Finish();
        }
        else if (MayBegin(next))
        {
            (next.Status, next.StartedAt, deployment.UpdatedAt) = (DeploymentStatus.InProgress, World.Now, World.Now);
            Tell($"{next.Name} begins");
            Perform(next);
        }
    }

    protected void Complete()
    {
        var current = Current!;
        (current.Status, current.EndedAt, deployment.UpdatedAt) = (DeploymentStatus.Succeeded, World.Now, World.Now);
        Tell($"{current.Name} succeeded");
        Next();
    }

    protected void CompleteSoon() => Later(Timings.LifecycleEvent, "completes an event", Complete);

    /// <summary>Ends the deployment: the running event has failed, later ones are skipped.</summary>
    protected void End(string status, DeploymentError? error)
    {
        foreach (var open in deployment.Events.Where(one => one.Status is DeploymentStatus.Pending or DeploymentStatus.InProgress))
        {
            if (open.Status == DeploymentStatus.InProgress)
            {
                (open.Status, open.EndedAt, open.Failure) = (DeploymentStatus.Failed, World.Now, error?.Message ?? string.Empty);
            }
            else
            {
                open.Status = DeploymentStatus.Skipped;
            }
        }

        _later.ForEach(one => one.Cancel());
        deployment.Error = error;
        deployment.CompletedAt = World.Now;
        var target = deployment.TargetStatus switch
        {
            DeploymentStatus.Succeeded => DeploymentStatus.Succeeded,
            DeploymentStatus.Pending => DeploymentStatus.Skipped,
            _ => status == DeploymentStatus.Succeeded ? DeploymentStatus.Succeeded : DeploymentStatus.Failed,
        };
        SetStatus(status, target);
        if (status == DeploymentStatus.Succeeded)
        {
            deployment.Group.LastSuccessful = deployment;
        }
    }

    protected void SetStatus(string status, string targetStatus)
    {
        (deployment.Status, deployment.TargetStatus, deployment.UpdatedAt) = (status, targetStatus, World.Now);
        Tell(deployment.Error is { } error ? $"{status}: {error.Code}: {error.Message}" : status);
    }

    /// <summary>Has something happen later, unless the deployment is over by then.</summary>
    protected ScheduledEvent Later(TimeSpan delay, string what, Action action)
    {
        var scheduled = World.Clock.Schedule(delay, $"deployment {deployment.Id} {what}", () =>
        {
            if (!deployment.IsOver)
            {
                action();
            }
        });
        _later.Add(scheduled);
        return scheduled;
    }

    protected void Tell(string message) => World.History.Record("deployment", deployment.Id, message);
}
