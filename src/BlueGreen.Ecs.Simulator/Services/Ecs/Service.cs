using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Services.Ecs.Deployments;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>A service.</summary>
internal sealed class Service(string name, string arn, Cluster cluster, string controller, DateTimeOffset createdAt)
{
    private const int KeptEvents = 100;

    public string Name => name;

    public string Arn => arn;

    public Cluster Cluster => cluster;

    /// <summary>One of <see cref="DeploymentController"/>.</summary>
    public string Controller { get; set; } = controller;

    public DateTimeOffset CreatedAt => createdAt;

    public string Status { get; set; } = ServiceStatus.Active;

    public int DesiredCount { get; set; }

    /// <summary>The other members, under their wire names; those of the primary task set are mirrored here.</summary>
    public JsonObject Settings { get; set; } = [];

    public JsonArray Tags { get; set; } = [];

    public List<TaskSet> TaskSets { get; } = [];

    public TaskSet? Primary => TaskSets.Find(set => set.Status == TaskSetStatus.Primary);

    /// <summary>Every revision that was ever deployed, oldest first; of the controller ECS.</summary>
    public List<ServiceRevision> Revisions { get; } = [];

    /// <summary>Every service deployment, oldest first; of the controller ECS.</summary>
    public List<ServiceDeployment> Deployments { get; } = [];

    /// <summary>The revision of the last deployment that has succeeded, to which a rollback goes.</summary>
    public ServiceRevision? StableRevision { get; set; }

    public TaskSet? StableSet => StableRevision is null ? null : TaskSets.FindLast(set => set.Revision == StableRevision);

    /// <summary>The tasks that serve, as far as is known: the stable ones, or else the youngest that run.</summary>
    public TaskSet? ServingSet => StableSet ?? TaskSets.FindLast(set => !set.IsQueued && set.RunningCount > 0);

    /// <summary>The tasks that a rolling deployment brings up, or has brought up; none where revisions run side by side.</summary>
    public TaskSet? RollingGoal { get; set; }

    /// <summary>Whether a rolling deployment was stopped halfway.</summary>
    public bool IsFrozen { get; set; }

    /// <summary>Newest first.</summary>
    public List<JsonObject> Events { get; } = [];

    public bool IsSteady { get; set; }

    public int RunningCount => TaskSets.Sum(set => set.RunningCount);

    public int PendingCount => TaskSets.Sum(set => set.PendingCount);

    public TimeSpan HealthCheckGracePeriod => TimeSpan.FromSeconds(Settings.Int("healthCheckGracePeriodSeconds") ?? 0);

    public void AddEvent(string id, DateTimeOffset time, string message)
    {
        Events.Insert(0, new JsonObject { ["id"] = id, ["createdAt"] = time.ToJson(), ["message"] = message });
        if (Events.Count > KeptEvents)
        {
            Events.RemoveAt(KeptEvents);
        }
    }
}
