using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>
/// Runs the health checks of containers, at their interval from the container's start: the first that passes makes it HEALTHY, as many failures in a row as
/// there are retries make it UNHEALTHY, and failures within the start period do not count. A service replaces tasks with an unhealthy essential container.
/// </summary>
internal sealed class ContainerHealthChecks(EcsState state)
{
    private const int DefaultInterval = 30;
    private const int DefaultRetries = 3;

    public void Begin(EcsTask task, TaskContainer container)
    {
        if (container.HealthCheck is { } check)
        {
            Later(task, container, check, failures: 0);
        }
    }

    // Until it is judged a container is on its way; after that it is only looked after.
    private void Later(EcsTask task, TaskContainer container, JsonObject check, int failures)
    {
        var interval = TimeSpan.FromSeconds(check.Int("interval") ?? DefaultInterval);
        var what = $"health check of {container.Name} of {task.Id}";
        container.NextCheck = container.Health == ContainerHealth.Unknown
            ? state.World.Clock.Schedule(interval, what, () => Check(task, container, check, failures))
            : state.World.Clock.ScheduleUpkeep(interval, what, () => Check(task, container, check, failures));
    }

    private void Check(EcsTask task, TaskContainer container, JsonObject check, int failures)
    {
        if (!task.IsRunning || container.LastStatus != TaskStatus.Running)
        {
            return;
        }

        var age = state.World.Now - task.StartedAt!.Value;
        var behavior = state.World.BehaviorOf(container.Image);
        var passes = behavior is not { OwnHealthCheckFails: true } && age >= (behavior?.ReadyAfter ?? TimeSpan.Zero);
        var forgiven = age <= TimeSpan.FromSeconds(check.Int("startPeriod") ?? 0) && container.Health == ContainerHealth.Unknown;
        var count = passes ? 0 : forgiven ? failures : failures + 1;
        var judged = passes ? ContainerHealth.Healthy : count >= (check.Int("retries") ?? DefaultRetries) ? ContainerHealth.Unhealthy : container.Health;
        var changed = judged != container.Health;
        container.Health = judged;
        if (changed)
        {
            state.World.History.Record("container-health", task.Id, $"{container.Name} is {judged}");
        }

        if (task.TaskSet is { } set && judged == ContainerHealth.Unhealthy && container.IsEssential && age >= set.Service.HealthCheckGracePeriod)
        {
            Replace(task, set);
        }
        else
        {
            Later(task, container, check, count);
        }

        if (changed && task.TaskSet is { } reviewed)
        {
            state.Scheduler.Review(reviewed);
        }
    }

    private void Replace(EcsTask task, TaskSet set)
    {
        set.FailedTasks++;
        state.Tell(set.Service, $"(service {set.Service.Name}) (task {task.Id}) failed container health checks.");
        state.Lifecycle.Stop(task, StopCode.ServiceSchedulerInitiated, "Task failed container health checks");
    }
}
