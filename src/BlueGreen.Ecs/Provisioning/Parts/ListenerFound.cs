using Amazon.ElasticLoadBalancingV2.Model;

namespace BlueGreen.Ecs.Provisioning.Parts;

/// <summary>A listener with the ARN of its default rule, by which ECS knows it.</summary>
internal sealed record ListenerFound(Listener Listener, string? DefaultRuleArn);
