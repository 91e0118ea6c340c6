using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.ElasticLoadBalancing;

public sealed class QuotaTests
{
    [Fact]
    public async Task Listeners_OfALoadBalancer_AreAtMostFifty()
    {
        await using var service = new LoadBalancedService();

        Refused(60, i => service.Aws.Call("elbv2.CreateListener", new JsonObject
        {
            ["LoadBalancerArn"] = service.LoadBalancer,
            ["Protocol"] = "HTTP",
            ["Port"] = 1000 + i,
            ["DefaultActions"] = LoadBalancedService.Forward((service.Blue, 1)),
        })).Should().Be((49, "TooManyListeners"), "one is there already");
    }

    [Fact]
    public async Task Rules_OfALoadBalancer_AreAtMostAHundred()
    {
        await using var service = new LoadBalancedService();

        Refused(110, i => service.Aws.Call("elbv2.CreateRule", new JsonObject
        {
            ["ListenerArn"] = service.Listener,
            ["Priority"] = i + 1,
            ["Conditions"] = new JsonArray(new JsonObject { ["Field"] = "path-pattern", ["Values"] = new JsonArray($"/{i}") }),
            ["Actions"] = LoadBalancedService.Forward((service.Blue, 1)),
        })).Should().Be((100, "TooManyRules"));
    }

    [Fact]
    public async Task Targets_OfATargetGroup_AreAtMostAThousand()
    {
        await using var service = new LoadBalancedService();

        Refused(1010, i => service.Aws.Call("elbv2.RegisterTargets", new JsonObject
        {
            ["TargetGroupArn"] = service.Blue,
            ["Targets"] = new JsonArray(new JsonObject { ["Id"] = $"10.0.{i / 250}.{i % 250}" }),
        })).Should().Be((1000, "TooManyTargets"));
    }

    [Fact]
    public async Task DescribeAccountLimits_TellsThem()
    {
        await using var service = new LoadBalancedService();

        service.Aws.Call("elbv2.DescribeAccountLimits")["Limits"]!.AsArray()
            .Should().Contain(limit => limit!["Name"]!.GetValue<string>() == "targets-per-target-group" && limit["Max"]!.GetValue<string>() == "1000");
    }

    [Theory]
    [InlineData("HTTP", 6)]
    [InlineData("HTTPS", 10)]
    public async Task HealthCheckTimeout_OfANewTargetGroup_DependsOnItsProtocol(string protocol, int seconds)
    {
        await using var service = new LoadBalancedService();

        var group = service.Aws.Call("elbv2.CreateTargetGroup", new JsonObject { ["Name"] = "more", ["Protocol"] = protocol, ["Port"] = 80, ["VpcId"] = "vpc-1", ["TargetType"] = "ip" });

        group["TargetGroups"]![0]!["HealthCheckTimeoutSeconds"]!.GetValue<int>().Should().Be(seconds);
    }

    [Theory]
    [InlineData("idle_timeout.timeout_seconds", "0")]
    [InlineData("deletion_protection.enabled", "yes")]
    public async Task LoadBalancerAttribute_OutOfItsBounds_IsRefused(string key, string value)
    {
        await using var service = new LoadBalancedService();

        service.Aws.Invoking(aws => aws.Call("elbv2.ModifyLoadBalancerAttributes", new JsonObject
        {
            ["LoadBalancerArn"] = service.LoadBalancer,
            ["Attributes"] = new JsonArray(new JsonObject { ["Key"] = key, ["Value"] = value }),
        })).Should().Throw<AwsErrorException>().Which.Code.Should().Be("InvalidConfigurationRequest");
    }

    [Fact]
    public async Task Stickiness_WithoutADuration_IsRefused()
    {
        await using var service = new LoadBalancedService();
        var actions = LoadBalancedService.Forward((service.Blue, 1), (service.Green, 1));
        actions[0]!["ForwardConfig"]!["TargetGroupStickinessConfig"] = new JsonObject { ["Enabled"] = true };

        service.Aws.Invoking(aws => aws.Call("elbv2.ModifyListener", new JsonObject { ["ListenerArn"] = service.Listener, ["DefaultActions"] = actions }))
            .Should().Throw<AwsErrorException>().Which.Code.Should().Be("ValidationError");
    }

    private static (int Passed, string? Code) Refused(int calls, Action<int> call)
    {
        for (var i = 0; i < calls; i++)
        {
            try
            {
                call(i);
            }
            catch (AwsErrorException e)
            {
                return (i, e.Code);
            }
        }

        return (calls, null);
    }
}
