using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>
/// How many tasks each revision of a service has where ECS deploys. In a rolling deployment new tasks start within <c>maximumPercent</c>, and old ones stop as
/// new ones pass, never below <c>minimumHealthyPercent</c>. Revisions that run side by side have all of their tasks, or none.
/// </summary>
internal static class RollingDeployment
{
    public static void Plan(EcsState state, Service service)
    {
        if (service.Controller != DeploymentController.Ecs)
        {
            return;
        }

        if (service.RollingGoal is not { } goal)
        {
            service.TaskSets.ForEach(set => set.RollingCount = set.IsScaledUp ? service.DesiredCount : 0);
        }
        else if (service.IsFrozen)
        {
            service.TaskSets.ForEach(set => set.RollingCount = Math.Min(set.RollingCount, service.DesiredCount));
        }
        else
        {
            Roll(state, service, goal);
        }
    }

    /// <summary>Whether the limits leave no room to start a task, nor to stop one.</summary>
    public static bool IsStuck(Service service)
    {
        var (most, least) = Limits(service);
        return service.TaskSets.Exists(set => set != service.RollingGoal && set.RunningCount > 0) && most <= service.DesiredCount && least >= service.DesiredCount;
    }

    private static void Roll(EcsState state, Service service, TaskSet goal)
    {
        var (most, least) = Limits(service);
        var kept = Math.Max(0, least - goal.Tasks.Count(task => task.IsRunning && Stability.Passes(state, task)));
        var old = service.TaskSets.Where(set => set != goal && !set.IsQueued).ToList();
        foreach (var set in old)
        {
            set.RollingCount = Math.Min(set.RollingCount, kept);
            kept -= set.RollingCount;
            set.Status = set.RollingCount == 0 ? TaskSetStatus.Draining : set.Status;
        }

        // The goal never loses a task that it has, unless fewer are desired.
        var granted = Math.Max(most - old.Sum(set => set.Tasks.Count(task => task.IsWanted)), goal.Tasks.Count(task => task.IsWanted));
        goal.RollingCount = Math.Clamp(granted, 0, service.DesiredCount);
    }

    private static (int Most, int Least) Limits(Service service)
    {
        var settings = service.Settings.Object("deploymentConfiguration") ?? [];
        var desired = service.DesiredCount;
        return (Math.Max(1, desired * (settings.Int("maximumPercent") ?? 200) / 100), (int)Math.Ceiling(desired * (settings.Int("minimumHealthyPercent") ?? 100) / 100.0));
    }
}
