using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Services.Ecs.Deployments;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>Keeps each task set at its size: starts what is missing, stops what is too much, and says when all is steady.</summary>
internal sealed class Scheduler(EcsState state)
{
    private const int FailuresWorthAnEvent = 3;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(10);

    /// <summary>Looks again at every task set of a service, once what is happening now has happened.</summary>
    public void ReviewLater(Service service) =>
        state.World.Clock.Schedule(TimeSpan.Zero, $"service {service.Name} is reviewed", () => Review(service));

    public void Review(Service service)
    {
        RollingDeployment.Plan(state, service);
        foreach (var set in service.TaskSets.ToList())
        {
            Fit(set);
        }

        foreach (var set in service.TaskSets.ToList())
        {
            RemoveWhenEmpty(set);
            Stability.Update(state, set);
        }

        if (service.Status == ServiceStatus.Draining && service.TaskSets.Count == 0)
        {
            service.Status = ServiceStatus.Inactive;
        }

        ServiceDeployments.Look(service);
    }

    public void Review(TaskSet set)
    {
        Review(set.Service);
        set.RaiseChanged();
    }

    /// <summary>Makes a running task a target of its load balancers.</summary>
    public void Register(TaskSet set, EcsTask task)
    {
        foreach (var (group, port) in set.Targets)
        {
            state.TargetTasks[(group, task.Ip, port)] = task;
            state.Region.LoadBalancing.RegisterTarget(group, task.Ip, port);
            state.Tell(set.Service, $"{Subject(set)} registered 1 targets in (target-group {group})");
        }

        Review(set);
    }

    /// <summary>A task has failed before it ran: each failed attempt doubles the pause before the next, up to the longest.</summary>
    public void PauseLaunches(TaskSet set)
    {
        var now = state.World.Now;
        set.FailedTasks++;
        if (now < set.LaunchesPausedUntil)
        {
            return;
        }

        Pause(set, ++set.FailedLaunches);
        if (set.FailedLaunches == FailuresWorthAnEvent)
        {
            state.Tell(set.Service, $"(service {set.Service.Name}) is unable to consistently start tasks successfully.");
        }
    }

    /// <summary><c>(service web)</c>, or with the task set where the service has such.</summary>
    public static string Subject(TaskSet set) => set.Service.Controller == DeploymentController.Ecs
        ? $"(service {set.Service.Name})"
        : $"(service {set.Service.Name}, taskSet {set.Id})";

    private void Pause(TaskSet set, int attempts)
    {
        var longest = state.World.Options.Timings.LongestLaunchBackoff;
        var pause = FirstPause * Math.Pow(2, Math.Min(attempts - 1, 16));
        pause = pause < longest ? pause : longest;
        set.LaunchesPausedUntil = state.World.Now + pause;
        set.NextLaunch = state.World.Clock.Schedule(pause, $"next launch of {set.Id}", () => Review(set));
    }

    private void Fit(TaskSet set)
    {
        var wanted = set.Tasks.Where(task => task.IsWanted).ToList();
        var missing = set.ComputedDesiredCount - wanted.Count;
        if (missing > 0 && state.World.Now >= set.LaunchesPausedUntil)
        {
            Launch(set, missing);
        }
        else if (missing < 0)
        {
            // Those that do not serve yet go first, then the youngest.
            Stop(set, [.. wanted.OrderBy(task => task.IsRunning).ThenByDescending(wanted.IndexOf).Take(-missing)]);
        }
    }

    private void Launch(TaskSet set, int count)
    {
        var service = set.Service;
        var origin = new TaskOrigin($"service:{service.Name}", set.Id)
        {
            TaskSet = set,
            LaunchType = set.Settings.Text("launchType") ?? "FARGATE",
            NetworkConfiguration = set.Settings.Object("networkConfiguration"),
        };
        string? lack = null;
        var started = new List<EcsTask>();
        while (started.Count < count && (lack = Placement.FindError(state, service.Cluster, set.TaskDefinition, origin.LaunchType)) is null)
        {
            started.Add(state.Lifecycle.Start(service.Cluster, set.TaskDefinition, origin with { Tags = PropagatedTags(set) }));
        }

        if (lack is null)
        {
            set.FailedPlacements = 0;
        }
        else
        {
            state.Tell(service, $"(service {service.Name}) {lack}");
            Pause(set, ++set.FailedPlacements);
        }

        if (started.Count == 0)
        {
            return;
        }

        count = started.Count;
        state.Tell(service, $"{Subject(set)} has started {count} tasks: {string.Join(' ', started.Select(task => $"(task {task.Id})"))}.");
    }

    private static JsonArray PropagatedTags(TaskSet set) => set.Service.Settings.Text("propagateTags") switch
    {
        "SERVICE" => set.Service.Tags.DeepClone().AsArray(),
        "TASK_DEFINITION" => set.TaskDefinition.Tags.DeepClone().AsArray(),
        _ => [],
    };

    private void Stop(TaskSet set, List<EcsTask> tasks)
    {
        if (set.Targets.Any() && tasks.Exists(task => task.IsRunning))
        {
            state.Tell(set.Service, $"{Subject(set)} has begun draining connections on {tasks.Count} tasks.");
        }

        foreach (var task in tasks)
        {
            state.Lifecycle.Stop(task, StopCode.ServiceSchedulerInitiated, $"Scaling activity initiated by (deployment {set.Id})");
        }

        state.Tell(set.Service, $"{Subject(set)} has stopped {tasks.Count} running tasks: {string.Join(' ', tasks.Select(task => $"(task {task.Id})"))}.");
    }

    private static void RemoveWhenEmpty(TaskSet set)
    {
        if (set.Status == TaskSetStatus.Draining && set.Tasks.Count == 0)
        {
            set.NextLaunch?.Cancel();
            set.Service.TaskSets.Remove(set);
        }
    }
}
