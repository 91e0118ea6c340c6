using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.DataPlane;

namespace BlueGreen.Ecs.Tests.Integration.Simulator;

/// <summary>Requests through real sockets: listener, weights, containers.</summary>
public sealed class RealTrafficTests
{
    private const string Region = "us-east-1";
    private const string Image = "123456789012.dkr.ecr.us-east-1.amazonaws.com/labo-terraform-admin:";

    [Fact]
    public async Task Requests_WhileWeightsShiftAndBlueIsStopped_NeverFail()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var simulator = new AwsSimulator(new AwsSimulatorOptions { TimeScale = 1000, RealTraffic = true });
        var (listener, blue, green) = CreateListener(simulator);
        Run(simulator, blue, "10.0.0.1", "v1");
        Run(simulator, green, "10.0.0.2", "v2");
        using var client = new HttpClient { BaseAddress = simulator.AddressOf(listener) };

        using var first = await client.GetAsync(new Uri("/", UriKind.Relative), cancellation);
        first.Headers.GetValues("x-bluegreen-version").Should().Equal("v1");
        (await first.Content.ReadAsStringAsync(cancellation)).Should().Contain("<h1>labo-terraform-admin</h1>").And.Contain("version v1");

        SetForward(simulator, listener, (green, 10), (blue, 90));
        var canary = await AskAsync(client, 20, cancellation);
        canary.Count(version => version == "v2").Should().Be(2);

#pragma warning disable CA2025 // It is awaited below, before the client is disposed of.
        var asking = AskAsync(client, 200, cancellation);
#pragma warning restore CA2025
        SetForward(simulator, listener, (green, 100), (blue, 0));
        lock (simulator.World.Gate)
        {
            simulator.World.DataPlane.Stop("10.0.0.1", 80);
        }

        (await asking).Should().OnlyContain(version => version == "v1" || version == "v2");
        (await AskAsync(client, 10, cancellation)).Should().OnlyContain(version => version == "v2");
    }

    [Fact]
    public async Task Requests_NoTargets_Are503()
    {
        await using var simulator = new AwsSimulator(new AwsSimulatorOptions { TimeScale = 1000, RealTraffic = true });
        var (listener, _, _) = CreateListener(simulator);
        using var client = new HttpClient { BaseAddress = simulator.AddressOf(listener) };

        using var response = await client.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);

        ((int)response.StatusCode).Should().Be(503);
    }

    private static async Task<List<string>> AskAsync(HttpClient client, int requests, CancellationToken cancellation)
    {
        var versions = new List<string>();
        for (var i = 0; i < requests; i++)
        {
            using var response = await client.GetAsync(new Uri("/", UriKind.Relative), cancellation);
            versions.Add(response.IsSuccessStatusCode ? response.Headers.GetValues("x-bluegreen-version").Single() : $"failed with {(int)response.StatusCode}");
        }

        return versions;
    }

    private static (string Listener, string Blue, string Green) CreateListener(AwsSimulator simulator)
    {
        var balancer = Call("CreateLoadBalancer", """{"Name":"web","Subnets":["subnet-1","subnet-2"]}""")["LoadBalancers"]![0]!["LoadBalancerArn"]!.GetValue<string>();
        var groups = new[] { "blue", "green" }.Select(name => Call("CreateTargetGroup", $$"""
            {"Name":"{{name}}","Protocol":"HTTP","Port":80,"VpcId":"vpc-1","TargetType":"ip"}
            """)["TargetGroups"]![0]!["TargetGroupArn"]!.GetValue<string>()).ToList();
        var listener = Call("CreateListener", $$"""
            {"LoadBalancerArn":"{{balancer}}","Protocol":"HTTP","Port":80,"DefaultActions":[{"Type":"forward","TargetGroupArn":"{{groups[0]}}"}]}
            """)["Listeners"]![0]!["ListenerArn"]!.GetValue<string>();
        return (listener, groups[0], groups[1]);

        JsonObject Call(string operation, string input) => simulator.Invoke("elbv2", operation, JsonNode.Parse(input)!.AsObject(), Region);
    }

    private static void Run(AwsSimulator simulator, string group, string ip, string version)
    {
        lock (simulator.World.Gate)
        {
            simulator.World.DataPlane.Start(new RunningContainer(ip, 80, Image + version, "arn:task/" + ip, new Dictionary<string, string>(StringComparer.Ordinal)));
            simulator.World.In(Region).LoadBalancing.RegisterTarget(group, ip, 80);
        }
    }

    private static void SetForward(AwsSimulator simulator, string listener, params (string TargetGroupArn, int Weight)[] weights)
    {
        lock (simulator.World.Gate)
        {
            simulator.World.In(Region).LoadBalancing.SetForward(listener, weights);
        }
    }
}
