using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs.Deployments;

/// <summary>What the load balancers of a blue/green service must have. The words of the refusals are the simulator's own.</summary>
internal static class TrafficRules
{
    /// <exception cref="AwsErrorException">Something is missing, does not exist, or does not forward as it must.</exception>
    public static void Check(EcsState state, JsonObject settings, bool isNew)
    {
        var isBlueGreen = DeploymentStrategy.Of(settings.Object("deploymentConfiguration") ?? []) != DeploymentStrategy.Rolling;
        foreach (var balancer in settings.Objects("loadBalancers"))
        {
            if (balancer.Object("advancedConfiguration") is { } advanced)
            {
                CheckEntry(state, isNew, balancer.Text("targetGroupArn"), advanced);
            }
            else if (isBlueGreen)
            {
                throw EcsErrors.InvalidParameter("With this deployment strategy each load balancer must have an advancedConfiguration.");
            }
        }
    }

    private static void CheckEntry(EcsState state, bool isNew, string? group, JsonObject advanced)
    {
        var alternate = Require(advanced, "alternateTargetGroupArn");
        var production = Require(advanced, "productionListenerRule");
        Require(advanced, "roleArn");
        if (state.Region.LoadBalancing.FindTargetGroupName(alternate) is null)
        {
            throw EcsErrors.InvalidParameter($"Unable to describe target group {alternate}.");
        }

        if (group == alternate)
        {
            throw EcsErrors.InvalidParameter("The alternate target group must be another than the target group.");
        }

        var weights = Weights(state, production);
        if (advanced.Text("testListenerRule") is { } test)
        {
            Weights(state, test);
            if (test == production)
            {
                throw EcsErrors.InvalidParameter("The test listener rule must be another than the production listener rule.");
            }
        }

        // At first the target group itself serves; later, which of the two it is depends on the deployments so far.
        var serving = weights.GetValueOrDefault(group!) + (isNew ? 0 : weights.GetValueOrDefault(alternate));
        if (!weights.ContainsKey(group!) || !weights.ContainsKey(alternate) || serving == 0)
        {
            throw EcsErrors.InvalidParameter(
                $"The production listener rule {production} must forward to the target groups {group} and {alternate}, with a weight above 0 for the one that serves.");
        }
    }

    private static string Require(JsonObject advanced, string member) => advanced.Text(member) is { Length: > 0 } value
        ? value
        : throw EcsErrors.InvalidParameter($"advancedConfiguration must have {member}.");

    private static IReadOnlyDictionary<string, int> Weights(EcsState state, string rule) => state.Region.LoadBalancing.FindRuleWeights(rule)
        ?? throw EcsErrors.InvalidParameter($"The listener rule {rule} does not exist.");
}
