using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Services.ElasticLoadBalancing;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.ElasticLoadBalancing;

public sealed class TargetHealthTests
{
    [Fact]
    public async Task Register_BehindListener_IsHealthyAfterOneCheck()
    {
        await using var service = new LoadBalancedService();
        service.Run(service.Blue, "10.0.0.1", "v1");

        service.Health(service.Blue, "10.0.0.1").Should().Be(TargetHealths.Registering);
        service.Aws.Clock.Advance(TimeSpan.FromSeconds(5));
        service.Health(service.Blue, "10.0.0.1").Should().Be(TargetHealths.Healthy);
    }

    [Fact]
    public async Task Register_BehindNoListener_IsUnusedUntilAListenerForwards()
    {
        await using var service = new LoadBalancedService();
        service.Run(service.Green, "10.0.0.1", "v2");

        service.Aws.Clock.Advance(TimeSpan.FromMinutes(5));
        service.Health(service.Green, "10.0.0.1").Should().Be(TargetHealths.NotInUse);
        service.SetWeights((service.Blue, 100), (service.Green, 0));
        service.Health(service.Green, "10.0.0.1").State.Should().Be("initial");
        service.Aws.Clock.Advance(TimeSpan.FromSeconds(5));
        service.Health(service.Green, "10.0.0.1").State.Should().Be("healthy");
        service.SetWeights((service.Blue, 1));
        service.Health(service.Green, "10.0.0.1").Should().Be(TargetHealths.NotInUse);
    }

    [Fact]
    public async Task Check_FailingThenWell_NeedsBothThresholds()
    {
        await using var service = new LoadBalancedService();
        var status = 502;
        service.Behave("v1", new ImageBehavior { Respond = _ => new SimulatedResponse(status, string.Empty) });
        service.Run(service.Blue, "10.0.0.1", "v1");

        service.Aws.Clock.Advance(TimeSpan.FromSeconds(5));
        service.Health(service.Blue, "10.0.0.1").Should().Be(TargetHealths.InitialChecks);
        service.Aws.Clock.Advance(TimeSpan.FromSeconds(30));
        service.Health(service.Blue, "10.0.0.1").Should().Be(new TargetHealth("unhealthy", "Target.ResponseCodeMismatch", "Health checks failed with these codes: [502]"));
        status = 200;
        service.Aws.Clock.Advance(TimeSpan.FromSeconds(4 * 30));
        service.Health(service.Blue, "10.0.0.1").State.Should().Be("unhealthy");
        service.Aws.Clock.Advance(TimeSpan.FromSeconds(30));
        service.Health(service.Blue, "10.0.0.1").State.Should().Be("healthy");
    }

    [Fact]
    public async Task Check_NothingAnswers_TimesOut()
    {
        await using var service = new LoadBalancedService();
        service.LoadBalancing.RegisterTarget(service.Blue, "10.0.0.9", 80);

        service.Aws.Clock.Advance(TimeSpan.FromSeconds(35));

        service.Health(service.Blue, "10.0.0.9").Should().Be(TargetHealths.TimedOut);
    }

    [Fact]
    public async Task Deregister_HealthyTarget_DrainsAndGetsNoNewRequests()
    {
        await using var service = new LoadBalancedService();
        var changes = new List<string>();
        service.LoadBalancing.TargetHealthChanged += change => changes.Add(change.Health.State);
        service.Run(service.Blue, "10.0.0.1", "v1");
        service.Run(service.Blue, "10.0.0.2", "v2");
        service.Aws.Clock.Advance(TimeSpan.FromSeconds(5));

        service.LoadBalancing.DeregisterTarget(service.Blue, "10.0.0.1", 80);

        service.Health(service.Blue, "10.0.0.1").Should().Be(TargetHealths.Draining);
        Enumerable.Range(0, 10).Select(_ => service.Aws.SendRequest(service.Listener).Version).Should().OnlyContain(version => version == "v2");
        service.Aws.Clock.Advance(TimeSpan.FromSeconds(300));
        service.LoadBalancing.FindHealth(service.Blue, "10.0.0.1", 80).Should().BeNull();
        changes.Should().Equal("initial", "initial", "healthy", "healthy", "draining", "unused");
    }

    [Fact]
    public async Task DescribeTargetHealth_UnknownTarget_IsNotRegistered()
    {
        await using var service = new LoadBalancedService();

        var answer = service.Aws.Call("elbv2.DescribeTargetHealth", new JsonObject
        {
            ["TargetGroupArn"] = service.Blue,
            ["Targets"] = new JsonArray(new JsonObject { ["Id"] = "10.0.0.7" }),
        });

        answer["TargetHealthDescriptions"]![0]!["TargetHealth"]!["Reason"]!.GetValue<string>().Should().Be("Target.NotRegistered");
    }
}
