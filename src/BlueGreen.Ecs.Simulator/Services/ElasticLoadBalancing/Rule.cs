using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator.Services.ElasticLoadBalancing;

/// <summary>What a listener does with the requests that meet some conditions.</summary>
internal sealed class Rule(string arn, string listenerArn)
{
    public string Arn => arn;

    public string ListenerArn => listenerArn;

    /// <summary>From 1 on; none for the default rule.</summary>
    public int? Priority { get; set; }

    public JsonArray Conditions { get; set; } = [];

    public required RuleActions Actions { get; set; }

    /// <summary>Whose turn it is; lasts over changes of the weights.</summary>
    public SmoothShares Shares { get; } = new();
}
