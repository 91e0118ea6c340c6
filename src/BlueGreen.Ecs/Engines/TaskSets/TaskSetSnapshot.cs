using Amazon.ElasticLoadBalancingV2.Model;

namespace BlueGreen.Ecs.Engines.TaskSets;

/// <summary>What was read of a deployment: what decides, and what is needed to carry out what was decided.</summary>
internal sealed record TaskSetSnapshot
{
    public required ServiceReference Service { get; init; }

    public required string DeploymentId { get; init; }

    public required TaskSetsState State { get; init; }

    /// <summary>The new version's task set as ECS has it; none when it is gone.</summary>
    public Amazon.ECS.Model.TaskSet? Green { get; init; }

    /// <summary>The ARN of the new version's target group.</summary>
    public string? GreenGroup { get; init; }

    /// <summary>The ARN of the old version's target group.</summary>
    public string? BlueGroup { get; init; }

    /// <summary>The rule with production traffic.</summary>
    public Rule? Rule { get; init; }

    /// <summary>The rule with test traffic.</summary>
    public Rule? TestRule { get; init; }
}
