using BlueGreen.Ecs.Simulator.DataPlane;
using BlueGreen.Ecs.Simulator.Services.Ec2;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>A task's way from PROVISIONING to STOPPED, at the pace of <see cref="SimulatorTimings"/>.</summary>
internal sealed class TaskLifecycle(EcsState state)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    private SimulatorTimings Timings => state.World.Options.Timings;

    /// <summary>Creates a task and sets it on its way.</summary>
    public EcsTask Start(Cluster cluster, TaskDefinition definition, TaskOrigin origin)
    {
        var world = state.World;
        var id = world.Ids.Hex(32);
        var task = new EcsTask(id, state.Region.Arn("ecs", $"task/{cluster.Name}/{id}"), cluster, definition, NetworkRules.Attach(state, cluster, id, origin), world.Now)
        {
            TaskSet = origin.TaskSet,
            Group = origin.Group,
            StartedBy = origin.StartedBy,
            LaunchType = origin.LaunchType,
            Overrides = origin.Overrides,
            Tags = origin.Tags,
            Containers = [.. definition.Containers.Select(container => new TaskContainer(
                state.Region.Arn("ecs", $"container/{cluster.Name}/{id}/{world.Ids.Uuid()}"), container))],
        };
        cluster.Tasks.Add(id, task);
        if (task.Network.Subnet is not null)
        {
            Ec2State.Of(state.Region).GroupsByAddress[task.Ip] = task.Network.Groups;
        }

        task.TaskSet?.Tasks.Add(task);

        // The network interface takes a third of the time, the pull the rest.
        Next(task, Timings.TaskProvisioning / 3, () => Pull(task));
        return task;
    }

    /// <summary>Stops a task: its targets are drained first where it is running, then its containers halt.</summary>
    public void Stop(EcsTask task, string code, string reason)
    {
        if (!task.IsWanted)
        {
            return;
        }

        var served = task.LastStatus == TaskStatus.Running && code is not StopCode.EssentialContainerExited;
        (task.DesiredStatus, task.Code, task.StoppedReason, task.StoppingAt) = (TaskStatus.Stopped, code, reason, state.World.Now);
        task.NextStep?.Cancel();
        state.World.History.Record("task", task.Id, $"stops: {code}: {reason}");
        task.LastStatus = served ? TaskStatus.Deactivating : task.LastStatus;
        foreach (var (group, port) in task.Targets)
        {
            state.Region.LoadBalancing.DeregisterTarget(group, task.Ip, port);
        }

        if (served)
        {
            ContinueAfterDraining(task);
        }
        else
        {
            Halt(task);
        }
    }

    /// <summary>Halts the task's containers once no load balancer sends it requests any more.</summary>
    public void ContinueAfterDraining(EcsTask task)
    {
        if (task.LastStatus == TaskStatus.Deactivating
            && task.Targets.All(target => state.Region.LoadBalancing.FindHealth(target.TargetGroupArn, task.Ip, target.Port) is null or { State: "unused" }))
        {
            Halt(task);
        }
    }

    private void Pull(EcsTask task)
    {
        if ((task.Network.Error ?? ExecutionRole.FindError(state.Region, task)) is { } error)
        {
            if (task.TaskSet is { } set)
            {
                state.Tell(set.Service, $"{Scheduler.Subject(set)} failed to launch a task with (error {error}).");
            }

            Stop(task, StopCode.TaskFailedToStart, error);
            return;
        }

        task.LastStatus = TaskStatus.Pending;
        if ((ImagePull.FindLoginError(state.Region, task) ?? TaskSecrets.FindError(state.Region, task)) is { } initError)
        {
            Stop(task, StopCode.TaskFailedToStart, initError);
            return;
        }

        task.PullStartedAt = state.World.Now;
        Next(task, Timings.TaskProvisioning * 2 / 3, () => EndPull(task));
    }

    private void EndPull(EcsTask task)
    {
        foreach (var container in task.Containers)
        {
            if (ImagePull.FindError(state.Region, task, container.Image) is { } error)
            {
                container.Reason = $"CannotPullContainerError: {error}";
                Stop(task, StopCode.TaskFailedToStart, container.Reason);
                return;
            }
        }

        task.PullStoppedAt = state.World.Now;
        if (ContainerLogs.FindError(state.Region, task) is { } logError)
        {
            Stop(task, StopCode.TaskFailedToStart, logError);
            return;
        }

        task.LastStatus = TaskStatus.Activating;
        Next(task, Timings.TaskStart, () => Run(task));
    }

    private void Run(EcsTask task)
    {
        task.LastStatus = TaskStatus.Running;
        task.StartedAt = state.World.Now;
        state.World.History.Record("task", task.Id, "runs");
        foreach (var container in task.Containers)
        {
            container.LastStatus = TaskStatus.Running;
            ContainerLogs.Write(state.Region, task, container, $"{container.Name} starts from {container.Image}");
            foreach (var port in container.Ports)
            {
                state.World.DataPlane.Start(new RunningContainer(task.Ip, port, container.Image, task.Arn, container.Environment(task.Overrides)));
            }

            var behavior = state.World.BehaviorOf(container.Image);
            foreach (var line in behavior?.LogLines ?? [])
            {
                ContainerLogs.Write(state.Region, task, container, line);
            }

            state.HealthChecks.Begin(task, container);
            if (behavior is { ExitCode: { } code })
            {
                container.Exit = state.World.Clock.Schedule(behavior.ExitAfter, $"container {container.Name} of {task.Id} exits", () => Exit(task, container, code, behavior.ExitReason));
            }
        }

        if (task.TaskSet is { } set)
        {
            set.FailedLaunches = 0;
            state.Scheduler.Register(set, task);
        }
    }

    private void Exit(EcsTask task, TaskContainer container, int code, string? reason)
    {
        container.LastStatus = TaskStatus.Stopped;
        (container.ExitCode, container.Reason) = (code, reason);
        ContainerLogs.Write(state.Region, task, container, $"{container.Name} exits with code {code}");
        foreach (var port in container.Ports)
        {
            state.World.DataPlane.Stop(task.Ip, port);
        }

        if (container.IsEssential)
        {
            task.TaskSet?.FailedTasks += 1;
            Stop(task, StopCode.EssentialContainerExited, "Essential container in task exited");
            Review(task);
        }
    }

    private void Halt(EcsTask task)
    {
        task.LastStatus = TaskStatus.Stopping;
        foreach (var container in task.Containers.Where(container => container.LastStatus == TaskStatus.Running))
        {
            container.Exit?.Cancel();
            container.NextCheck?.Cancel();
            container.LastStatus = TaskStatus.Stopped;
            container.Health = container.Health == ContainerHealth.Healthy ? ContainerHealth.Unknown : container.Health;
            container.ExitCode = 0;
            ContainerLogs.Write(state.Region, task, container, $"{container.Name} is stopped: {task.StoppedReason}");
            foreach (var port in container.Ports)
            {
                state.World.DataPlane.Stop(task.Ip, port);
            }
        }

        Next(task, Timings.TaskStop, () => End(task));
    }

    private void End(EcsTask task)
    {
        task.LastStatus = TaskStatus.Stopped;
        task.StoppedAt = state.World.Now;
        AddressPool.Of(state.World).Release(task.Ip, task.Network.Subnet);
        Ec2State.Of(state.Region).GroupsByAddress.Remove(task.Ip);
        foreach (var container in task.Containers)
        {
            container.LastStatus = TaskStatus.Stopped;
        }

        if (task.TaskSet is { } set)
        {
            set.Tasks.Remove(task);
            foreach (var (group, port) in task.Targets)
            {
                state.TargetTasks.Remove((group, task.Ip, port));
            }

            if (task.Code == StopCode.TaskFailedToStart)
            {
                state.Scheduler.PauseLaunches(set);
            }
        }

        state.World.History.Record("task", task.Id, "has stopped");
        state.World.Clock.ScheduleUpkeep(Remembered, $"task {task.Id} is forgotten", () => task.Cluster.Tasks.Remove(task.Id));
        Review(task);
    }

    private void Review(EcsTask task)
    {
        if (task.TaskSet is { } set)
        {
            state.Scheduler.Review(set);
        }
    }

    private void Next(EcsTask task, TimeSpan delay, Action step) =>
        task.NextStep = state.World.Clock.Schedule(delay, $"next step of task {task.Id}", step);
}
