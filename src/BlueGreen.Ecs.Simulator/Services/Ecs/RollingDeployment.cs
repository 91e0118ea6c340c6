using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>
/// How ECS itself replaces a service's tasks: the new ones start within <c>maximumPercent</c>, and old ones stop as new ones pass, never below
/// <c>minimumHealthyPercent</c>.
/// </summary>
internal static class RollingDeployment
{
    public static void Plan(EcsState state, Service service)
    {
        if (service.Controller != DeploymentController.Ecs || service.Primary is not { } primary)
        {
            return;
        }

        var settings = service.Settings.Object("deploymentConfiguration") ?? [];
        var desired = service.DesiredCount;
        var most = Math.Max(1, desired * (settings.Int("maximumPercent") ?? 200) / 100);
        var least = (int)Math.Ceiling(desired * (settings.Int("minimumHealthyPercent") ?? 100) / 100.0);
        var kept = Math.Max(0, least - primary.Tasks.Count(task => task.IsRunning && Stability.Passes(state, task)));
        var old = service.TaskSets.Where(set => set != primary).ToList();
        foreach (var set in old)
        {
            set.RollingCount = Math.Min(set.RollingCount, kept);
            kept -= set.RollingCount;
            set.Status = set.RollingCount == 0 ? TaskSetStatus.Draining : set.Status;
        }

        primary.RollingCount = Math.Clamp(most - old.Sum(set => set.Tasks.Count(task => task.IsWanted)), 0, desired);
    }

    public static void Complete(EcsState state, Service service)
    {
        if (service.Controller == DeploymentController.Ecs && service.Primary is { IsRolledOut: false } primary)
        {
            primary.IsRolledOut = true;
            state.Tell(service, $"(service {service.Name}) deployment {primary.Id} deployment completed.");
        }
    }
}
