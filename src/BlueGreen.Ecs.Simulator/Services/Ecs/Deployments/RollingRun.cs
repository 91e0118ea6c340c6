namespace BlueGreen.Ecs.Simulator.Services.Ecs.Deployments;

/// <summary>
/// Replaces tasks a few at a time, as <see cref="RollingDeployment"/> plans it. It uses the target groups that serve already, so that no listener changes.
/// </summary>
internal sealed class RollingRun(EcsState state, ServiceDeployment deployment) : DeploymentRun(state, deployment)
{
    private int _earlierFailures;

    protected override void Start()
    {
        if (Reconciliation.IsNeeded(Service, Target, ofRolling: true))
        {
            Reconciliation.Begin(State, Service, Target);
            Await(() => Reconciliation.IsDone(Service, Target), Roll);
        }
        else
        {
            Roll();
        }
    }

    protected override void RollBack()
    {
        var back = Source ?? State.Deployments.AddSet(Service, Service.StableRevision!);
        _earlierFailures = back.FailedTasks;
        back.Status = back.Status == TaskSetStatus.Draining ? TaskSetStatus.Active : back.Status;
        MoveTo(back);
        Await(() => IsAlone(back) && back.IsSteady, () => End(ServiceDeploymentStatus.RollbackSuccessful, Deployment.StatusReason));
    }

    protected override bool RollbackIsHopeless() => Service.RollingGoal is { } goal && goal != Target && Deployment.Breaker.Trips(goal, _earlierFailures);

    protected override void Halt()
    {
        if (!Target.IsQueued)
        {
            Service.IsFrozen = true;
            Target.RollingCount = Target.Tasks.Count(task => task.IsRunning && Stability.Passes(State, task));
        }
    }

    private void Roll()
    {
        Traffic.Assign(Target, Service.ServingSet, beside: false);
        (Target.ProductionWeight, Target.TestWeight, Target.IsQueued) = (100, 100, false);
        MoveTo(Target);
        if (RollingDeployment.IsStuck(Service))
        {
            State.Tell(Service, $"(service {Service.Name}) was unable to stop or start tasks during a deployment because of the service deployment configuration.");
        }

        Await(() => IsAlone(Target) && Target.IsSteady && Target.RollingCount == Service.DesiredCount, Complete, forever: true);
    }

    private void MoveTo(TaskSet set)
    {
        (Service.RollingGoal, Service.IsFrozen) = (set, false);
        (set.IsSteady, set.CompleteSince) = (false, null);
    }

    private void Complete()
    {
        Settle();
        End(ServiceDeploymentStatus.Successful, null);
    }
}
