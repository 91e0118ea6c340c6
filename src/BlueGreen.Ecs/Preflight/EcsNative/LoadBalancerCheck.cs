using BlueGreen.Ecs.Engines.EcsNative;

namespace BlueGreen.Ecs.Preflight.EcsNative;

/// <summary>BG211: the service has a load balancer, whose traffic can be moved.</summary>
internal sealed class LoadBalancerCheck : IEcsNativeCheck
{
    public IEnumerable<Finding> Check(EcsNativeFacts facts)
    {
        if (facts.LoadBalancers.Count == 0)
        {
            yield return new("BG211", FindingSeverity.Error, facts.Service.Arn, "The service has no load balancer, so that there is no traffic to be moved.", "Give the service a load balancer with two target groups (loadBalancers of UpdateService), or deploy it without this library.");
        }
    }
}
