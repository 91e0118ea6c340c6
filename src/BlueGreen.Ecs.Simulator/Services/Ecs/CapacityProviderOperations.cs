using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>DescribeCapacityProviders and PutClusterCapacityProviders. There are Fargate's two, which every account has.</summary>
internal static class CapacityProviderOperations
{
    private static readonly string[] Known = ["FARGATE", "FARGATE_SPOT"];

    public static JsonObject Describe(EcsState state, JsonObject input)
    {
        var asked = input.Texts("capacityProviders").Select(EcsState.LastSegment).ToList();
        return new JsonObject
        {
            ["capacityProviders"] = Known.Where(name => asked.Count == 0 || asked.Contains(name, StringComparer.Ordinal)).Select(name => View(state, name)).ToJson(),
            ["failures"] = asked.Except(Known, StringComparer.Ordinal).Select(name => Failures.Missing(Arn(state, name))).ToJson(),
        };
    }

    public static JsonObject PutOfCluster(EcsState state, JsonObject input)
    {
        var cluster = state.FindCluster(input.Text("cluster"));
        var providers = input.Texts("capacityProviders");
        var strategy = input.Objects("defaultCapacityProviderStrategy").Select(item => item.Text("capacityProvider", ""));
        if (providers.Except(Known, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            throw EcsErrors.InvalidParameter($"The specified capacity provider '{unknown}' was not found. Specify a valid name or ARN and try again.");
        }

        if (strategy.Except(providers, StringComparer.Ordinal).FirstOrDefault() is { } outside)
        {
            throw EcsErrors.InvalidParameter($"The capacity provider '{outside}' of the default strategy is not associated with the cluster.");
        }

        input.CopyTo(cluster.Settings, "capacityProviders", "defaultCapacityProviderStrategy");
        return ClusterOperations.Answer(cluster);
    }

    private static JsonObject View(EcsState state, string name) => new()
    {
        ["capacityProviderArn"] = Arn(state, name),
        ["name"] = name,
        ["status"] = "ACTIVE",
        ["type"] = name,
        ["tags"] = new JsonArray(),
    };

    private static string Arn(EcsState state, string name) => state.Region.Arn("ecs", $"capacity-provider/{name}");
}
