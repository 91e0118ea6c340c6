using System.Text.Json.Nodes;
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
    public string Controller => controller;

    public DateTimeOffset CreatedAt => createdAt;

    public string Status { get; set; } = ServiceStatus.Active;

    public int DesiredCount { get; set; }

    /// <summary>The other members, under their wire names; those of the primary task set are mirrored here.</summary>
    public JsonObject Settings { get; init; } = [];

    public JsonArray Tags { get; set; } = [];

    public List<TaskSet> TaskSets { get; } = [];

    public TaskSet? Primary => TaskSets.Find(set => set.Status == TaskSetStatus.Primary);

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
