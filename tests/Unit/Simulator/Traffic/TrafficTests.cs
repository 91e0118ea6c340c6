using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.Traffic;

public sealed class TrafficTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Start_OfTenASecond_CountsExactly()
    {
        await using var world = await SeedWorld.CreateAsync();
        using var flow = world.Simulator.Traffic.Start(world.Seed.ProductionListenerArn, perSecond: 10);

        world.Advance(Minute);

        flow.Counts.Requests.Should().Be(600);
        flow.Counts.Should().ContainSingle().Which.Should().Be(new TrafficCount(world.Seed.ProductionListenerArn, "v1", 200, 600));
        flow.Counts.ToString().Should().Be("v1 200: 600");
    }

    [Fact]
    public async Task Stop_Traffic_SendsNoMore()
    {
        await using var world = await SeedWorld.CreateAsync();
        using var flow = world.Simulator.Traffic.Start(world.Seed.ProductionListenerArn, perSecond: 3);
        world.Advance(TimeSpan.FromSeconds(7));

        flow.Stop();
        world.Advance(Minute);

        flow.Counts.Requests.Should().Be(21);
    }

    [Fact]
    public async Task Canary_OfTenPercent_GetsExactlyATenthOfTheTraffic()
    {
        await using var world = await SeedWorld.CreateAsync(options => options.DeploymentConfigName = "CodeDeployDefault.ECSCanary10Percent5Minutes");
        var id = world.Deploy();
        world.AdvanceUntil(() => world.Weights().GetValueOrDefault("labo-terraform-admin-2") == 10);
        using var flow = world.Simulator.Traffic.Start(world.Seed.ProductionListenerArn, perSecond: 10);

        world.Advance(TimeSpan.FromMinutes(4));

        flow.Counts.OfVersion("v1").Should().Be(2160);
        flow.Counts.OfVersion("v2").Should().Be(240);
        world.Finish(id);
        flow.Counts.Failed.Should().Be(0, "no request of a blue/green deployment is lost");
    }

    [Fact]
    public async Task SlowRequests_OverAWholeDeployment_AreDrained()
    {
        await using var world = await SeedWorld.CreateAsync();
        world.Simulator.Images[world.Seed.ImageV1].RespondsIn(TimeSpan.FromSeconds(20));
        using var flow = world.Simulator.Traffic.Start(world.Seed.ProductionListenerArn, perSecond: 5);

        var id = world.Deploy();
        world.Finish(id);
        world.Advance(TimeSpan.FromMinutes(10));
        flow.Stop();
        world.Advance(Minute);

        flow.InFlight.Should().Be(0);
        flow.Counts.Failed.Should().Be(0, "a draining target finishes what it has begun");
        flow.Counts.OfVersion("v1").Should().BePositive();
        flow.Counts.OfVersion("v2").Should().BePositive();
    }

    [Fact]
    public async Task Requests_ToATargetThatCrashes_Fail()
    {
        await using var world = await SeedWorld.CreateAsync();
        world.Simulator.Images[world.Seed.ImageV1].RespondsIn(TimeSpan.FromSeconds(90));
        using var flow = world.Simulator.Traffic.Start(world.Seed.ProductionListenerArn, perSecond: 1);

        world.Advance(TimeSpan.FromMinutes(2));

        flow.Counts.OfStatus(504).Should().Be(60, "the load balancer waits for 60 seconds");
        flow.InFlight.Should().Be(60);
    }

    [Fact]
    public async Task Start_AtAnAddress_FindsItsListenerAndPath()
    {
        await using var world = await SeedWorld.CreateAsync();
        var name = world.Call("elbv2", "DescribeLoadBalancers", [])["LoadBalancers"]![0]!["DNSName"]!.GetValue<string>();

        using var flow = world.Simulator.Traffic.Start($"http://{name}:8081/health", perSecond: 1);
        world.Advance(TimeSpan.FromSeconds(5));

        flow.ListenerArn.Should().Be(world.Seed.TestListenerArn);
        flow.Counts.ToString().Should().Be("load balancer 503: 5", "the test listener's group is empty");
        world.Simulator.Invoking(aws => aws.Traffic.Start("http://elsewhere:80/", 1)).Should().Throw<ArgumentException>().WithMessage("No load balancer has a listener at*");
    }

    [Fact]
    public async Task Traffic_OfAMinute_IsMeasured()
    {
        await using var world = await SeedWorld.CreateAsync();
        world.Simulator.Images[world.Seed.ImageV1].RespondsIn(TimeSpan.FromSeconds(0.25));
        world.Advance(TimeSpan.FromTicks(Minute.Ticks - (world.Now.Ticks % Minute.Ticks)));
        var begin = world.Now;
        using var flow = world.Simulator.Traffic.Start(world.Seed.ProductionListenerArn, perSecond: 10);
        world.Advance(TimeSpan.FromMinutes(2));

        Statistic(world, "RequestCount", "Sum", begin).Should().Be(597, "the last ones of the minute are answered in the next");
        Statistic(world, "HTTPCode_Target_2XX_Count", "Sum", begin).Should().Be(597);
        Statistic(world, "TargetResponseTime", "Average", begin).Should().Be(0.25);
        Statistic(world, "HTTPCode_Target_5XX_Count", "Sum", begin).Should().BeNull();
    }

    private static double? Statistic(SeedWorld world, string metric, string statistic, DateTimeOffset begin)
    {
        var balancer = world.Seed.LoadBalancerArn[(world.Seed.LoadBalancerArn.IndexOf("loadbalancer/", StringComparison.Ordinal) + "loadbalancer/".Length)..];
        var group = world.Seed.TargetGroupArns[0];
        return world.Call("cloudwatch", "GetMetricStatistics", new JsonObject
        {
            ["Namespace"] = "AWS/ApplicationELB",
            ["MetricName"] = metric,
            ["Dimensions"] = new JsonArray(
                new JsonObject { ["Name"] = "TargetGroup", ["Value"] = group[group.IndexOf("targetgroup/", StringComparison.Ordinal)..] },
                new JsonObject { ["Name"] = "LoadBalancer", ["Value"] = balancer }),
            ["StartTime"] = begin.ToUnixTimeSeconds(),
            ["EndTime"] = begin.ToUnixTimeSeconds() + 60,
            ["Period"] = 60,
            ["Statistics"] = new JsonArray(statistic),
        })["Datapoints"]!.AsArray() is [var point] ? point![statistic]!.GetValue<double>() : null;
    }
}
