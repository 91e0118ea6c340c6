using BlueGreen.Ecs.Engines.EcsNative;

namespace BlueGreen.Ecs.Preflight.EcsNative;

/// <summary>BG221: the new version has the container and port to which the load balancer sends traffic.</summary>
internal sealed class BalancedContainerCheck : IEcsNativeCheck
{
    public IEnumerable<Finding> Check(EcsNativeFacts facts)
    {
        foreach (var balancer in facts.LoadBalancers.Where(balancer => balancer.ContainerName is not null))
        {
            var container = facts.TaskDefinition.ContainerDefinitions.FirstOrDefault(candidate => candidate.Name == balancer.ContainerName);
            if (container is null || !container.PortMappings.Any(mapping => mapping.ContainerPort == balancer.ContainerPort))
            {
                yield return new("BG221", FindingSeverity.Error, facts.TaskDefinition.Family, FormattableString.Invariant($"The load balancer sends traffic to port {balancer.ContainerPort} of container \"{balancer.ContainerName}\"; the task definition {(container is null ? "has no such container" : "does not map that port")}."), "Name the container and its port as the service's loadBalancers do, or change the service first.");
            }
        }
    }
}
