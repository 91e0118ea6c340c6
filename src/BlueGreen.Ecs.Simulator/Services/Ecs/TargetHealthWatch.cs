using BlueGreen.Ecs.Simulator.Services.ElasticLoadBalancing;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>What ECS does when a load balancer changes its mind about a task: go on stopping a drained one, replace an unhealthy one.</summary>
internal sealed class TargetHealthWatch(EcsState state)
{
    public void OnChange(TargetHealthChange change)
    {
        if (!state.TargetTasks.TryGetValue((change.TargetGroupArn, change.Ip, change.Port), out var task))
        {
            return;
        }

        if (task.LastStatus == TaskStatus.Deactivating)
        {
            state.Lifecycle.ContinueAfterDraining(task);
        }
        else if (task.IsRunning && change.Health.State == "unhealthy")
        {
            Replace(task, change.TargetGroupArn, change.Health);
        }

        state.Scheduler.Review(task.TaskSet!);
    }

    private void Replace(EcsTask task, string targetGroupArn, TargetHealth health)
    {
        var service = task.TaskSet!.Service;
        var grace = task.StartedAt!.Value + service.HealthCheckGracePeriod - state.World.Now;
        if (grace > TimeSpan.Zero)
        {
            state.World.Clock.Schedule(grace, $"end of {task.Id}'s health-check grace period", () => ReplaceUnlessRecovered(task, targetGroupArn));
            return;
        }

        task.TaskSet.FailedTasks++;
        state.Tell(service, $"(service {service.Name}) (task {task.Id}) is unhealthy in (target-group {targetGroupArn}) due to (reason {health.Description})");
        state.Lifecycle.Stop(task, StopCode.ServiceSchedulerInitiated, $"Task failed ELB health checks in (target-group {targetGroupArn})");
    }

    private void ReplaceUnlessRecovered(EcsTask task, string targetGroupArn)
    {
        var port = task.Targets.First(target => target.TargetGroupArn == targetGroupArn).Port;
        if (task.IsRunning && state.Region.LoadBalancing.FindHealth(targetGroupArn, task.Ip, port) is { State: "unhealthy" } health)
        {
            Replace(task, targetGroupArn, health);
        }
    }
}
