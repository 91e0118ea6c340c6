namespace BlueGreen.Ecs.Simulator.Services.Ecs.Deployments;

/// <summary>
/// Runs the new revision beside the old one, and moves traffic: at once (BLUE_GREEN), by equal steps (LINEAR), or in two (CANARY). The first deployment of a
/// service has nothing beside it, so that it calls no hooks and waits for no bake time.
/// </summary>
internal sealed class BlueGreenRun(EcsState state, ServiceDeployment deployment) : DeploymentRun(state, deployment)
{
    private bool _testIsShifted;
    private bool _productionIsShifted;

    protected override void Start()
    {
        if (Reconciliation.IsNeeded(Service, Target, ofRolling: false))
        {
            Enter(LifecycleStage.ReconcileService);
            Reconciliation.Begin(State, Service, Target);
            Await(() => Reconciliation.IsDone(Service, Target), () => HookedStage(LifecycleStage.ReconcileService, PrepareScaleUp));
        }
        else
        {
            PrepareScaleUp();
        }
    }

    protected override void RollBack()
    {
        if (_productionIsShifted)
        {
            ShiftBack(LifecycleStage.ProductionTrafficShift, State.Traffic.ShareProduction(Target, Source, 0), RollBackTest);
        }
        else
        {
            RollBackTest();
        }
    }

    private void PrepareScaleUp()
    {
        (Service.RollingGoal, Service.IsFrozen, Target.IsQueued) = (null, false, false);
        Source?.IsScaledUp = true;
        Enter(LifecycleStage.PreScaleUp);
        HookedStage(LifecycleStage.PreScaleUp, ScaleUp);
    }

    private void ScaleUp()
    {
        Enter(LifecycleStage.ScaleUp);
        Traffic.Assign(Target, Source, beside: true);
        (Target.IsScaledUp, Target.IsSteady, Target.CompleteSince) = (true, false, null);
        Await(() => Target.IsSteady, () =>
        {
            Enter(LifecycleStage.PostScaleUp);
            HookedStage(LifecycleStage.PostScaleUp, ShiftTest);
        });
    }

    private void ShiftTest()
    {
        Enter(LifecycleStage.TestTrafficShift);
        _testIsShifted = true;
        if (State.Traffic.ShareTest(Target, Source, 100) is { } error)
        {
            Fail(error);
            return;
        }

        HookedStage(LifecycleStage.TestTrafficShift, () =>
        {
            Enter(LifecycleStage.PostTestTrafficShift);
            HookedStage(LifecycleStage.PostTestTrafficShift, () =>
            {
                Enter(LifecycleStage.ProductionTrafficShift);
                ShiftProduction(Deployment.IsFirst ? [100] : [.. DeploymentStrategy.Steps(Deployment.Configuration).Percents]);
            });
        });
    }

    private void ShiftProduction(List<double> percents) => RunHooks(LifecycleStage.PreProductionTrafficShift, () =>
    {
        _productionIsShifted = true;
        if (State.Traffic.ShareProduction(Target, Source, percents[0]) is { } error)
        {
            Fail(error);
            return;
        }

        HookedStage(LifecycleStage.ProductionTrafficShift, () =>
        {
            if (percents.Count == 1)
            {
                EndShift();
            }
            else
            {
                Later(DeploymentStrategy.Steps(Deployment.Configuration).Wait, "shifts more traffic", () => ShiftProduction(percents[1..]));
            }
        });
    });

    private void EndShift()
    {
        Enter(LifecycleStage.PostProductionTrafficShift);
        HookedStage(LifecycleStage.PostProductionTrafficShift, () =>
        {
            Enter(LifecycleStage.BakeTime);
            var bake = Deployment.IsFirst ? TimeSpan.Zero : TimeSpan.FromMinutes(Deployment.BakeMinutes);
            Later(bake, "has been baked", CleanUp);
        });
    }

    private void CleanUp()
    {
        Enter(LifecycleStage.CleanUp);
        var old = Service.TaskSets.Where(set => set != Target && !set.IsQueued && set.Status != TaskSetStatus.Draining).ToList();
        Settle();
        old.ForEach(State.TaskSets.Delete);
        Await(() => IsAlone(Target), () => End(ServiceDeploymentStatus.Successful, null));
    }

    private void RollBackTest()
    {
        if (_testIsShifted)
        {
            ShiftBack(LifecycleStage.TestTrafficShift, State.Traffic.ShareTest(Target, Source, 0), RemoveTarget);
        }
        else
        {
            RemoveTarget();
        }
    }

    private void ShiftBack(string stage, string? error, Action then)
    {
        Enter(stage);
        if (error is null)
        {
            HookedStage(stage, then);
        }
        else
        {
            Fail(error);
        }
    }

    private void RemoveTarget()
    {
        Enter(LifecycleStage.CleanUp);
        State.TaskSets.Delete(Target);
        Await(() => !Service.TaskSets.Contains(Target), () => End(ServiceDeploymentStatus.RollbackSuccessful, Deployment.StatusReason));
    }

    private void HookedStage(string stage, Action then) => Later(Timings.LifecycleStage, $"calls the hooks of {stage}", () => RunHooks(stage, then));
}
