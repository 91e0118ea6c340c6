using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Kernel;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>A task, from its creation until an hour after it has stopped.</summary>
internal sealed class EcsTask(string id, string arn, Cluster cluster, TaskDefinition taskDefinition, TaskNetwork network, DateTimeOffset createdAt)
{
    public string Id => id;

    public string Arn => arn;

    public Cluster Cluster => cluster;

    public TaskDefinition TaskDefinition => taskDefinition;

    public TaskNetwork Network => network;

    /// <summary>The address of the task's network interface.</summary>
    public string Ip => network.Ip;

    public DateTimeOffset CreatedAt => createdAt;

    /// <summary>The task set or rolling deployment that wants the task; none for RunTask.</summary>
    public TaskSet? TaskSet { get; init; }

    public required string Group { get; init; }

    public string? StartedBy { get; init; }

    public string LaunchType { get; init; } = "FARGATE";

    public JsonObject Overrides { get; init; } = [];

    public JsonArray Tags { get; set; } = [];

    public IReadOnlyList<TaskContainer> Containers { get; init; } = [];

    public string LastStatus { get; set; } = TaskStatus.Provisioning;

    public string DesiredStatus { get; set; } = TaskStatus.Running;

    public DateTimeOffset? PullStartedAt { get; set; }

    public DateTimeOffset? PullStoppedAt { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? StoppingAt { get; set; }

    public DateTimeOffset? StoppedAt { get; set; }

    public string? Code { get; set; }

    public string? StoppedReason { get; set; }

    /// <summary>The next step of the task's life, to be called off when it takes another turn.</summary>
    public ScheduledEvent? NextStep { get; set; }

    public bool IsWanted => DesiredStatus == TaskStatus.Running;

    public bool IsStopped => LastStatus == TaskStatus.Stopped;

    public bool IsRunning => IsWanted && LastStatus == TaskStatus.Running;

    /// <summary>Where load balancers reach the task.</summary>
    public IEnumerable<(string TargetGroupArn, int Port)> Targets => TaskSet?.Targets ?? [];
}
