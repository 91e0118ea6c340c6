namespace BlueGreen.Ecs.Simulator.Services.Ecs.Deployments;

/// <summary>Brings a service whose last deployment did not reach its end back to its stable revision alone, before the next one begins.</summary>
internal static class Reconciliation
{
    /// <summary>Whether other revisions than the stable and the new one have tasks. A rolling deployment minds only those with target groups of their own.</summary>
    public static bool IsNeeded(Service service, TaskSet target, bool ofRolling)
    {
        var stable = service.StableSet;
        return service.TaskSets.Exists(set => IsLeftOver(set, target, stable) && (!ofRolling || set.IsScaledUp));
    }

    /// <summary>Gives the stable revision all traffic at once, and has it take the place of the others' tasks as a rolling deployment would.</summary>
    public static void Begin(EcsState state, Service service, TaskSet target)
    {
        var stable = service.StableRevision is null ? null : Choose(service, target);
        if (stable is not null)
        {
            service.StableRevision = stable.Revision;
            stable.Status = stable.Status == TaskSetStatus.Draining ? TaskSetStatus.Active : stable.Status;
        }

        (service.RollingGoal, service.IsFrozen) = (stable, false);
        foreach (var set in service.TaskSets.Where(set => IsLeftOver(set, target, stable) && set.Status != TaskSetStatus.Draining).ToList())
        {
            // Its load balancers know both target groups, so that its share of zero gives the stable revision everything.
            if (set.IsScaledUp && set.ProductionWeight > 0)
            {
                state.Traffic.ShareProduction(set, stable, 0);
            }

            if (set.IsScaledUp && set.TestWeight > 0)
            {
                state.Traffic.ShareTest(set, stable, 0);
            }

            if (set.IsScaledUp || stable is null)
            {
                state.TaskSets.Delete(set);
            }
        }
    }

    public static bool IsDone(Service service, TaskSet target)
    {
        var stable = service.StableSet;
        return !service.TaskSets.Exists(set => IsLeftOver(set, target, stable));
    }

    // A rolling deployment may have replaced all tasks before it was stopped; then what it brought is what there is.
    private static TaskSet? Choose(Service service, TaskSet target) => service.StableSet is { Status: not TaskSetStatus.Draining } stable
        ? stable
        : service.TaskSets.FindLast(set => set != target && set.RunningCount > 0 && set.Status != TaskSetStatus.Draining) ?? service.StableSet;

    private static bool IsLeftOver(TaskSet set, TaskSet target, TaskSet? stable) => set != target && set != stable && !set.IsQueued;
}
