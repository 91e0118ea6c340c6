using Amazon.ElasticLoadBalancingV2.Model;

namespace BlueGreen.Ecs.Preflight.Survey;

/// <summary>The load balancer in front of the service. What is not named in the plan is not looked at.</summary>
/// <param name="Groups">The target groups of the plan.</param>
/// <param name="Listeners">The listeners of the plan.</param>
/// <param name="Balancer">The load balancer of the production listener.</param>
/// <param name="Health">The targets of the group that serves.</param>
internal sealed record BalancerFacts(
    Read<IReadOnlyList<TargetGroup>>? Groups,
    Read<IReadOnlyList<Listener>>? Listeners,
    Read<LoadBalancer>? Balancer,
    Read<IReadOnlyList<TargetHealthDescription>>? Health);
