namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>Decides whether a task set is in steady state: as many tasks as wanted, all running, all passing their load balancer's health checks.</summary>
internal static class Stability
{
    public static void Update(EcsState state, TaskSet set)
    {
        var now = state.World.Now;
        var settle = state.World.Options.Timings.SteadyState;
        if (!IsComplete(state, set))
        {
            set.CompleteSince = null;
            Set(state, set, steady: false);
        }
        else if (set.CompleteSince is null)
        {
            set.CompleteSince = now;
            state.World.Clock.Schedule(settle, $"stability of {set.Id}", () => state.Scheduler.Review(set));
        }
        else if (now >= set.CompleteSince + settle)
        {
            Set(state, set, steady: true);
        }

        TellWhenServiceIsSteady(state, set.Service);
    }

    /// <summary>
    /// Whether the task's own health checks, and every load balancer that checks it, find it healthy. A target group behind no listener, or without health
    /// checks, checks nothing.
    /// </summary>
    public static bool Passes(EcsState state, EcsTask task) => task.Containers.All(container => container.Passes) && task.Targets.All(target =>
        state.Region.LoadBalancing.FindHealth(target.TargetGroupArn, task.Ip, target.Port) is { State: "healthy" or "unused" or "unavailable" });

    private static bool IsComplete(EcsState state, TaskSet set) =>
        set.Status != TaskSetStatus.Draining
        && set.PendingCount == 0
        && set.RunningCount == set.ComputedDesiredCount
        && set.Tasks.TrueForAll(task => !task.IsRunning || Passes(state, task));

    private static void Set(EcsState state, TaskSet set, bool steady)
    {
        if (set.IsSteady == steady)
        {
            return;
        }

        (set.IsSteady, set.StabilityAt) = (steady, state.World.Now);
        if (steady && set.Service.Controller != DeploymentController.Ecs)
        {
            state.Tell(set.Service, $"{Scheduler.Subject(set)} updated state to STEADY_STATE.");
        }
    }

    private static void TellWhenServiceIsSteady(EcsState state, Service service)
    {
        var steady = service.TaskSets.Count > 0 && service.TaskSets.TrueForAll(set => set.IsSteady) && service.Deployments.TrueForAll(one => one.IsOver);
        if (steady && !service.IsSteady)
        {
            state.Tell(service, $"(service {service.Name}) has reached a steady state.");
        }

        service.IsSteady = steady;
    }
}
