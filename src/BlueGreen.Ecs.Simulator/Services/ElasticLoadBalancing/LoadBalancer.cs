using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator.Services.ElasticLoadBalancing;

/// <summary>A load balancer.</summary>
internal sealed class LoadBalancer(string arn, string name, JsonObject settings)
{
    public string Arn => arn;

    public string Name => name;

    /// <summary>What it was asked for with, to tell a repeated request from a clash of names.</summary>
    public JsonObject Settings => settings;

    public IReadOnlyList<string> Subnets => BalancerNetwork.SubnetsOf(settings);

    public required string DnsName { get; init; }

    public required DateTimeOffset Created { get; init; }

    public bool IsActive { get; set; }

    public SortedDictionary<string, string> Attributes { get; init; } = new(StringComparer.Ordinal);
}
