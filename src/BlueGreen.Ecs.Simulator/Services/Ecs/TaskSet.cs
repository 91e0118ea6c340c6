using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Services.Ecs.Deployments;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>
/// One revision of a service with its tasks: a task set where CodeDeploy or the caller deploys, and what DescribeServices calls a deployment
/// where ECS does.
/// </summary>
internal sealed class TaskSet(string id, Service service, TaskDefinition taskDefinition, DateTimeOffset createdAt)
{
    /// <summary>Raised whenever the task set's tasks, their health or its stability may have changed.</summary>
    public event Action? Changed;

    /// <summary><c>ecs-svc/</c> and 19 digits.</summary>
    public string Id => id;

    public string Arn => $"{service.Arn.Replace(":service/", ":task-set/", StringComparison.Ordinal)}/{id}";

    public Service Service => service;

    public TaskDefinition TaskDefinition => taskDefinition;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public DateTimeOffset UpdatedAt { get; set; } = createdAt;

    public string Status { get; set; } = TaskSetStatus.Active;

    public string? StartedBy { get; init; }

    public string? ExternalId { get; init; }

    /// <summary>What makes a repeated request to create it the same request.</summary>
    public string? ClientToken { get; init; }

    /// <summary>Network, load balancers, launch type and so on, under their wire names.</summary>
    public JsonObject Settings { get; init; } = [];

    public JsonArray Tags { get; set; } = [];

    /// <summary>In percent of the service's desired count.</summary>
    public double Scale { get; set; }

    /// <summary>What the tasks are of, where ECS deploys.</summary>
    public ServiceRevision? Revision { get; set; }

    /// <summary>How many tasks ECS's deployment grants; unused in task sets.</summary>
    public int RollingCount { get; set; }

    /// <summary>Whether the deployment of the revision has touched nothing yet: it waits for the one before, or until the service is in order.</summary>
    public bool IsQueued { get; set; }

    /// <summary>Whether a revision that runs beside others has all of its tasks.</summary>
    public bool IsScaledUp { get; set; }

    /// <summary>The revision's share of production traffic in percent.</summary>
    public double ProductionWeight { get; set; }

    /// <summary>The revision's share of test traffic in percent.</summary>
    public double TestWeight { get; set; }

    /// <summary>How far ECS's deployment has come: <c>IN_PROGRESS</c>, <c>COMPLETED</c> or <c>FAILED</c>.</summary>
    public string RolloutState { get; private set; } = "IN_PROGRESS";

    public string? RolloutReason { get => field ?? $"ECS deployment {Id} in progress."; private set; }

    public bool IsSteady { get; set; }

    public DateTimeOffset StabilityAt { get; set; } = createdAt;

    /// <summary>Since when every task has been running and passing; steady follows a little later.</summary>
    public DateTimeOffset? CompleteSince { get; set; }

    /// <summary>Tasks that are not stopped yet, oldest first.</summary>
    public List<EcsTask> Tasks { get; } = [];

    public int FailedTasks { get; set; }

    /// <summary>Attempts in a row of which no task came to run.</summary>
    public int FailedLaunches { get; set; }

    /// <summary>Attempts in a row for which there was no room.</summary>
    public int FailedPlacements { get; set; }

    /// <summary>The end of the pause after failed launches.</summary>
    public DateTimeOffset LaunchesPausedUntil { get; set; }

    /// <summary>The look that is due at the end of that pause.</summary>
    public ScheduledEvent? NextLaunch { get; set; }

    public IEnumerable<(string TargetGroupArn, int Port)> Targets => Settings.Objects("loadBalancers")
        .Select(balancer => (balancer.Text("targetGroupArn")!, balancer.Int("containerPort") ?? 0));

    public int ComputedDesiredCount => service.Controller == DeploymentController.Ecs
        ? RollingCount
        : (int)Math.Ceiling(service.DesiredCount * Scale / 100);

    public int RunningCount => Tasks.Count(task => task.IsRunning);

    public int PendingCount => Tasks.Count(task => task.IsWanted && !task.IsRunning);

    public void RaiseChanged() => Changed?.Invoke();

    public void Complete() => (RolloutState, RolloutReason) = ("COMPLETED", $"ECS deployment {id} completed.");

    public void Fail(string? reason) => (RolloutState, RolloutReason) = ("FAILED", reason ?? $"ECS deployment {id} failed.");
}
