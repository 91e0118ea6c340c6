using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Environments;

/// <summary>Waits until version 1 of a seed environment serves.</summary>
internal static class SeedWait
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    public static async Task UntilHealthyAsync(AwsSimulator simulator, SeedEnvironment seed, CancellationToken cancellationToken)
    {
        var end = simulator.Clock.GetUtcNow() + Longest;
        while (!IsHealthy(simulator, seed))
        {
            if (simulator.Clock.GetUtcNow() >= end)
            {
                throw new InvalidOperationException($"The service {seed.ServiceName} did not become healthy within {Longest.TotalMinutes} simulated minutes. See the simulator's History.");
            }

            cancellationToken.ThrowIfCancellationRequested();
            if (simulator.Clock.IsVirtual)
            {
                simulator.Clock.Advance(Interval);
            }
            else
            {
                await Task.Delay(Interval, simulator.Clock, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static bool IsHealthy(AwsSimulator simulator, SeedEnvironment seed)
    {
        var services = simulator.Invoke("ecs", "DescribeServices", new JsonObject
        {
            ["cluster"] = seed.ClusterName,
            ["services"] = new JsonArray(seed.ServiceName),
        }, seed.Region);
        var balancers = simulator.Invoke("elbv2", "DescribeLoadBalancers", new JsonObject
        {
            ["LoadBalancerArns"] = new JsonArray(seed.LoadBalancerArn),
        }, seed.Region);
        var health = simulator.Invoke("elbv2", "DescribeTargetHealth", new JsonObject { ["TargetGroupArn"] = seed.TargetGroupArns[0] }, seed.Region);
        return balancers.Objects("LoadBalancers")[0].Object("State")?.Text("Code") == "active"
            && services.Objects("services")[0].Objects("taskSets").All(set => set.Text("stabilityStatus") == "STEADY_STATE")
            && health.Objects("TargetHealthDescriptions").All(target => target.Object("TargetHealth")?.Text("State") == "healthy");
    }
}
