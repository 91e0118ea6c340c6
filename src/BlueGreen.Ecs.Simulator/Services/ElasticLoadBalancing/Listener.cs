using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator.Services.ElasticLoadBalancing;

/// <summary>A listener with its rules; the default rule is the last one.</summary>
internal sealed class Listener(string arn, string loadBalancerArn)
{
    public string Arn => arn;

    public string LoadBalancerArn => loadBalancerArn;

    public required int Port { get; set; }

    public required string Protocol { get; set; }

    public string? SslPolicy { get; set; }

    public JsonArray? Certificates { get; set; }

    public SortedDictionary<string, string> Attributes { get; init; } = new(StringComparer.Ordinal);

    public required Rule DefaultRule { get; init; }

    /// <summary>The rules beside the default one, by priority.</summary>
    public SortedDictionary<int, Rule> Rules { get; } = [];

    /// <summary>In the order in which they are tried.</summary>
    public IEnumerable<Rule> AllRules => Rules.Values.Append(DefaultRule);
}
