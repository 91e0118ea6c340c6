using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs.Deployments;

/// <summary>A service deployment: one revision on its way to replace those before it.</summary>
internal sealed class ServiceDeployment(string arn, Service service, TaskSet target, JsonObject configuration, DateTimeOffset createdAt)
{
    public string Arn => arn;

    public string Id => EcsState.LastSegment(arn);

    public Service Service => service;

    /// <summary>The tasks of the new revision.</summary>
    public TaskSet Target => target;

    public ServiceRevision Revision => target.Revision!;

    /// <summary>The service's deployment configuration as it was when the deployment was made.</summary>
    public JsonObject Configuration => configuration;

    public string Strategy => DeploymentStrategy.Of(configuration);

    /// <summary>Whether no other revision was active when it began.</summary>
    public bool IsFirst => Sources.Count == 0;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    /// <summary>The task sets of the active revisions that it found.</summary>
    public IReadOnlyList<TaskSet> Sources { get; set; } = [];

    /// <summary>One of <see cref="ServiceDeploymentStatus"/>.</summary>
    public string Status { get; set; } = ServiceDeploymentStatus.Pending;

    public string? StatusReason { get; set; }

    /// <summary>One of <see cref="LifecycleStage"/>; none in a rolling deployment.</summary>
    public string? Stage { get; set; }

    /// <summary>The hooks that have been called so far, oldest first.</summary>
    public List<Hook> Hooks { get; } = [];

    public Rollback? Rollback { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    public DateTimeOffset? StoppedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; } = createdAt;

    public CircuitBreaker Breaker => field ??= new CircuitBreaker(this);

    /// <summary>Looks at the alarms; none before the deployment has begun.</summary>
    public DeploymentAlarms? Alarms { get; set; }

    /// <summary>What carries it out.</summary>
    public required Func<ServiceDeployment, DeploymentRun> MakeRun { get; init; }

    public DeploymentRun Run => field ??= MakeRun(this);

    public bool IsOver => ServiceDeploymentStatus.IsTerminal(Status);

    public int BakeMinutes => configuration.Int("bakeTimeInMinutes") ?? 0;
}
