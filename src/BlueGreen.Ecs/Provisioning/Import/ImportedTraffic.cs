using Amazon.ElasticLoadBalancingV2.Model;

namespace BlueGreen.Ecs.Provisioning.Import;

/// <summary>How requests reach a service.</summary>
internal sealed record ImportedTraffic
{
    public required LoadBalancer Balancer { get; init; }

    /// <summary>Every listener of the load balancer.</summary>
    public required IReadOnlyList<ImportedListener> Listeners { get; init; }

    public required ImportedListener Production { get; init; }

    public ImportedListener? Test { get; init; }

    /// <summary>The pair of target groups, in the order in which it is configured.</summary>
    public required TargetGroup Blue { get; init; }

    public required TargetGroup Green { get; init; }

    /// <summary>What of the load balancer and the target groups is set otherwise than Elastic Load Balancing's defaults: ARN, setting, value.</summary>
    public IReadOnlyList<(string Arn, string Setting, string Value)> Attributes { get; init; } = [];
}
