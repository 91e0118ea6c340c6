using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>Checks that a service's load balancers fit its task definition and can reach its tasks.</summary>
internal static class LoadBalancerRules
{
    /// <exception cref="AwsErrorException">A container, port or target group does not exist, or the target group is behind no load balancer.</exception>
    public static void Check(EcsState state, TaskDefinition definition, JsonObject settings)
    {
        foreach (var balancer in settings.Objects("loadBalancers"))
        {
            CheckContainer(definition, balancer.Text("containerName"), balancer.Int("containerPort"));
            var group = balancer.Text("targetGroupArn");
            if (group is null || state.Region.LoadBalancing.FindTargetGroupName(group) is null)
            {
                throw EcsErrors.InvalidParameter($"Unable to describe target group {group}.");
            }
        }
    }

    /// <exception cref="AwsErrorException">No listener forwards to one of the target groups.</exception>
    public static void CheckReachable(EcsState state, JsonObject settings)
    {
        foreach (var balancer in settings.Objects("loadBalancers"))
        {
            if (balancer.Text("targetGroupArn") is { } group && !state.Region.LoadBalancing.IsBehindLoadBalancer(group))
            {
                throw EcsErrors.InvalidParameter($"The target group with targetGroupArn {group} does not have an associated load balancer.");
            }
        }
    }

    private static void CheckContainer(TaskDefinition definition, string? name, int? port)
    {
        var container = definition.FindContainer(name)
            ?? throw EcsErrors.InvalidParameter($"The container {name} does not exist in the task definition.");
        if (!container.Objects("portMappings").Any(mapping => mapping.Int("containerPort") == port))
        {
            throw EcsErrors.InvalidParameter($"The container {name} did not have a container port {port} defined.");
        }
    }
}
