using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>Makes, scales, promotes and deletes task sets, for the public operations and for CodeDeploy alike.</summary>
internal sealed class TaskSetControl(EcsState state)
{
    /// <summary>Adds a task set, whose tasks start as soon as this has happened.</summary>
    /// <exception cref="AwsErrorException">The task definition, or the load balancer's container or port, does not exist.</exception>
    public TaskSet Create(Service service, string? taskDefinition, JsonObject settings, TaskSetOrigin origin)
    {
        var definition = state.TaskDefinitions.Runnable(taskDefinition);
        LoadBalancerRules.Check(state, definition, settings);
        var set = new TaskSet($"ecs-svc/{state.World.Ids.Digits(19)}", service, definition, state.World.Now)
        {
            Settings = settings,
            StartedBy = origin.StartedBy,
            ExternalId = origin.ExternalId,
            ClientToken = origin.ClientToken,
            Scale = origin.Scale,
            Status = origin.IsPrimary ? TaskSetStatus.Primary : TaskSetStatus.Active,
        };
        service.TaskSets.Add(set);
        state.World.History.Record("task-set", set.Id, $"created with {definition.Family}:{definition.Revision}");
        state.Scheduler.ReviewLater(service);
        return set;
    }

    public void SetScale(TaskSet set, double percent)
    {
        (set.Scale, set.UpdatedAt) = (percent, state.World.Now);
        state.Scheduler.ReviewLater(set.Service);
    }

    /// <summary>Makes a task set the primary one, which the service then mirrors; the one before becomes ACTIVE.</summary>
    public void Promote(TaskSet set)
    {
        var service = set.Service;
        if (service.Primary is { } before)
        {
            (before.Status, before.UpdatedAt) = (TaskSetStatus.Active, state.World.Now);
        }

        (set.Status, set.UpdatedAt) = (TaskSetStatus.Primary, state.World.Now);
        set.Settings.CopyTo(service.Settings, TaskSetSettings.Members);
        service.Settings["taskDefinition"] = set.TaskDefinition.Arn;
        state.World.History.Record("task-set", set.Id, "is primary");
    }

    /// <summary>Starts draining a task set; it is gone when its last task has stopped.</summary>
    public void Delete(TaskSet set)
    {
        (set.Status, set.Scale, set.RollingCount, set.IsScaledUp, set.UpdatedAt) = (TaskSetStatus.Draining, 0, 0, false, state.World.Now);
        state.World.History.Record("task-set", set.Id, "drains");
        state.Scheduler.ReviewLater(set.Service);
    }
}
