using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Tests.Unit.Simulator.ElasticLoadBalancing;

namespace BlueGreen.Ecs.Tests.Unit.Simulator;

public sealed class DeterminismTests
{
    [Fact]
    public async Task History_SameSeedAndCalls_IsIdentical()
    {
        var first = await PlayAsync(7);
        var second = await PlayAsync(7);

        second.Should().Equal(first);
        first.Should().Contain(line => line.EndsWith("call elbv2.CreateListener: ok", StringComparison.Ordinal))
            .And.Contain("2026-01-01T00:00:05.000Z target-health blue: 10.0.0.1:80 is healthy")
            .And.Contain(line => line.Contains("call elbv2.DeleteListener: ListenerNotFound: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task History_AnotherSeed_NamesThingsDifferently()
    {
        await using var first = new LoadBalancedService(new AwsSimulatorOptions { Seed = 1 });
        await using var second = new LoadBalancedService(new AwsSimulatorOptions { Seed = 2 });

        second.Listener.Should().NotBe(first.Listener);
    }

    [Fact]
    public async Task Names_ReadingInBetween_DoesNotChangeThem()
    {
        await using var quiet = new AwsSimulator();
        await using var read = new AwsSimulator();
        await read.PostFormAsync("Action=DescribeLoadBalancers&Version=2015-12-01");

        Create(read).Should().Be(Create(quiet));

        static string Create(AwsSimulator aws) => aws.Call("elbv2.CreateLoadBalancer", new JsonObject
        {
            ["Name"] = "web",
            ["Subnets"] = new JsonArray("subnet-1", "subnet-2"),
        })["LoadBalancers"]![0]!["LoadBalancerArn"]!.GetValue<string>();
    }

    private static async Task<List<string>> PlayAsync(int seed)
    {
        await using var service = new LoadBalancedService(new AwsSimulatorOptions { Seed = seed });
        service.Run(service.Blue, "10.0.0.1", "v1");
        service.Aws.Clock.Advance(TimeSpan.FromMinutes(1));
        service.SetWeights((service.Blue, 50), (service.Green, 50));
        service.Aws.Invoking(aws => aws.Call("elbv2.DeleteListener", new JsonObject { ["ListenerArn"] = "none" })).Should().Throw<Exception>();
        return [.. service.Aws.History.Select(e => e.ToString())];
    }
}
