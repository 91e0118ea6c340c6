using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>A cluster: its services, and every task that runs in it or has stopped lately.</summary>
internal sealed class Cluster(string name, string arn)
{
    public string Name => name;

    public string Arn => arn;

    public bool IsActive { get; set; } = true;

    /// <summary>What the caller set and the simulator only hands back: settings, configuration, capacity providers.</summary>
    public JsonObject Settings { get; init; } = [];

    public JsonArray Tags { get; set; } = [];

    /// <summary>Services by name, in the order of their making.</summary>
    public OrderedDictionary<string, Service> Services { get; } = new(StringComparer.Ordinal);

    /// <summary>Tasks by id.</summary>
    public OrderedDictionary<string, EcsTask> Tasks { get; } = new(StringComparer.Ordinal);

    public IEnumerable<Service> ActiveServices => Services.Values.Where(service => service.Status == ServiceStatus.Active);
}
