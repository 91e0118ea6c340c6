using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.ElasticLoadBalancing;

public sealed class ListenerTests
{
    [Fact]
    public async Task Describe_OneTargetGroup_IsAnsweredInBothForms()
    {
        await using var service = new LoadBalancedService();

        var action = DescribeAction(service);

        action["TargetGroupArn"]!.GetValue<string>().Should().Be(service.Blue);
        action["ForwardConfig"]!["TargetGroups"]!.AsArray().Single()!["Weight"]!.GetValue<int>().Should().Be(1);
    }

    [Fact]
    public async Task Describe_TwoTargetGroups_AreAnsweredAsForwardConfigOnly()
    {
        await using var service = new LoadBalancedService();
        service.SetWeights((service.Blue, 90), (service.Green, 10));

        var action = DescribeAction(service);

        action["TargetGroupArn"].Should().BeNull();
        action["ForwardConfig"]!["TargetGroupStickinessConfig"]!["Enabled"]!.GetValue<bool>().Should().BeFalse();
        service.LoadBalancing.ForwardWeights(service.Listener).Should().Equal(new Dictionary<string, int>(StringComparer.Ordinal) { [service.Blue] = 90, [service.Green] = 10 });
    }

    [Fact]
    public async Task SetForward_RulesOfTheGroups_FollowAndOthersStay()
    {
        await using var service = new LoadBalancedService();
        var other = service.CreateGroup("other");
        CreateRule(service, 10, service.Blue, "/api/*");
        CreateRule(service, 20, other, "/other/*");

        service.LoadBalancing.SetForward(service.Listener, [(service.Green, 100)]);

        var rules = service.Aws.Call("elbv2.DescribeRules", new JsonObject { ["ListenerArn"] = service.Listener })["Rules"]!.AsArray();
        rules.Select(rule => (rule!["Priority"]!.GetValue<string>(), rule["Actions"]![0]!["TargetGroupArn"]!.GetValue<string>()))
            .Should().Equal(("10", service.Green), ("20", other), ("default", service.Green));
        service.LoadBalancing.ForwardWeights(service.Listener).Should().Equal(new Dictionary<string, int>(StringComparer.Ordinal) { [service.Green] = 1 });
        service.LoadBalancing.IsBehindLoadBalancer(service.Blue).Should().BeFalse();
    }

    [Fact]
    public async Task SendRequest_ByPath_GoesByTheFirstRuleThatMatches()
    {
        await using var service = new LoadBalancedService();
        service.Run(service.Blue, "10.0.0.1", "v1");
        service.Run(service.Green, "10.0.0.2", "v2");
        CreateRule(service, 20, service.Green, "/a*");
        service.Aws.Call("elbv2.CreateRule", LoadBalancedService.Json($$$"""
            {"ListenerArn":"{{{service.Listener}}}","Priority":10,"Conditions":[{"Field":"path-pattern","Values":["/admin"]}],
             "Actions":[{"Type":"fixed-response","FixedResponseConfig":{"StatusCode":"403","MessageBody":"no"}}]}
            """));

        service.Aws.SendRequest(service.Listener).Version.Should().Be("v1");
        service.Aws.SendRequest(service.Listener, "/api?x=1").Version.Should().Be("v2");
        service.Aws.SendRequest(service.Listener, "/admin").StatusCode.Should().Be(403);
    }

    [Fact]
    public async Task SendRequest_NoTargets_Is503AndUnhealthyOnesStillServe()
    {
        await using var service = new LoadBalancedService();

        service.Aws.SendRequest(service.Listener).StatusCode.Should().Be(503);
        service.Run(service.Blue, "10.0.0.1", "v1");
        service.Aws.SendRequest(service.Listener).Should().BeEquivalentTo(new { StatusCode = 200, Version = "v1" });
        service.Aws.SendRequest("arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/none").StatusCode.Should().Be(503);
    }

    [Theory]
    [InlineData("elbv2.CreateListener", """{"LoadBalancerArn":"$LB","Protocol":"HTTP","Port":80,"DefaultActions":[{"Type":"forward","TargetGroupArn":"$BLUE"}]}""", "DuplicateListener")]
    [InlineData("elbv2.CreateListener", """{"LoadBalancerArn":"$LB","Protocol":"TCP","Port":81,"DefaultActions":[{"Type":"forward","TargetGroupArn":"$BLUE"}]}""", "UnsupportedProtocol")]
    [InlineData("elbv2.CreateListener", """{"LoadBalancerArn":"none","Protocol":"HTTP","Port":81,"DefaultActions":[{"Type":"forward","TargetGroupArn":"$BLUE"}]}""", "LoadBalancerNotFound")]
    [InlineData("elbv2.CreateListener", """{"LoadBalancerArn":"$LB","Protocol":"HTTP","Port":81,"DefaultActions":[{"Type":"forward","TargetGroupArn":"none"}]}""", "TargetGroupNotFound")]
    [InlineData("elbv2.CreateListener", """{"LoadBalancerArn":"$LB","Protocol":"HTTP","Port":81,"DefaultActions":[{"Type":"forward"}]}""", "ValidationError")]
    [InlineData("elbv2.ModifyListener", """{"ListenerArn":"$LISTENER","DefaultActions":[{"Type":"forward","ForwardConfig":{"TargetGroups":[{"TargetGroupArn":"$BLUE","Weight":1000}]}}]}""", "ValidationError")]
    [InlineData("elbv2.DeleteTargetGroup", """{"TargetGroupArn":"$BLUE"}""", "ResourceInUse")]
    [InlineData("elbv2.DeleteRule", """{"RuleArn":"$DEFAULT"}""", "OperationNotPermitted")]
    [InlineData("elbv2.CreateRule", """{"ListenerArn":"$LISTENER","Priority":1,"Conditions":[{"Field":"path-pattern","Values":["/"]}],"Actions":[{"Type":"forward","TargetGroupArn":"$GREEN"}]}""", "PriorityInUse")]
    [InlineData("elbv2.CreateTargetGroup", """{"Name":"blue","Protocol":"HTTP","Port":81,"VpcId":"vpc-1","TargetType":"ip"}""", "DuplicateTargetGroupName")]
    [InlineData("elbv2.CreateLoadBalancer", """{"Name":"web","Subnets":["subnet-3","subnet-4"]}""", "DuplicateLoadBalancerName")]
    [InlineData("elbv2.RegisterTargets", """{"TargetGroupArn":"$BLUE","Targets":[{"Id":"i-1"}]}""", "ValidationError")]
    [InlineData("elbv2.ModifyTargetGroupAttributes", """{"TargetGroupArn":"$BLUE","Attributes":[{"Key":"deregistration_delay.timeout_seconds","Value":"3601"}]}""", "InvalidConfigurationRequest")]
    public async Task Call_Mistake_IsAnsweredAsAwsWould(string call, string input, string code)
    {
        await using var service = new LoadBalancedService();
        CreateRule(service, 1, service.Blue, "/x");
        var defaultRule = service.Aws.Call("elbv2.DescribeRules", new JsonObject { ["ListenerArn"] = service.Listener })["Rules"]![1]!["RuleArn"]!.GetValue<string>();
        var request = LoadBalancedService.Json(input
            .Replace("$LISTENER", service.Listener, StringComparison.Ordinal).Replace("$LB", service.LoadBalancer, StringComparison.Ordinal)
            .Replace("$BLUE", service.Blue, StringComparison.Ordinal).Replace("$GREEN", service.Green, StringComparison.Ordinal)
            .Replace("$DEFAULT", defaultRule, StringComparison.Ordinal));

        service.Aws.Invoking(aws => aws.Call(call, request)).Should().Throw<AwsErrorException>().Which.Code.Should().Be(code);
    }

    [Fact]
    public async Task TargetGroup_OfAnotherLoadBalancer_CannotBeShared()
    {
        await using var service = new LoadBalancedService();
        var second = service.Aws.Call("elbv2.CreateLoadBalancer", LoadBalancedService.Json("""{"Name":"second","Subnets":["subnet-1","subnet-2"]}"""))["LoadBalancers"]![0]!["LoadBalancerArn"]!.GetValue<string>();

        var create = () => service.Aws.Call("elbv2.CreateListener", new JsonObject
        {
            ["LoadBalancerArn"] = second,
            ["Protocol"] = "HTTP",
            ["Port"] = 80,
            ["DefaultActions"] = LoadBalancedService.Forward((service.Blue, 1)),
        });

        create.Should().Throw<AwsErrorException>().Which.Code.Should().Be("TargetGroupAssociationLimit");
    }

    [Fact]
    public async Task SetRulePriorities_Swap_IsOneStep()
    {
        await using var service = new LoadBalancedService();
        var first = CreateRule(service, 1, service.Blue, "/1");
        var second = CreateRule(service, 2, service.Green, "/2");

        service.Aws.Call("elbv2.SetRulePriorities", LoadBalancedService.Json(
            $$"""{"RulePriorities":[{"RuleArn":"{{first}}","Priority":2},{"RuleArn":"{{second}}","Priority":1}]}"""));

        service.Aws.Call("elbv2.DescribeRules", new JsonObject { ["ListenerArn"] = service.Listener })["Rules"]!.AsArray()
            .Select(rule => rule!["RuleArn"]!.GetValue<string>()).Take(2).Should().Equal(second, first);
    }

    [Fact]
    public async Task CreateLoadBalancer_IsProvisioningThenActive()
    {
        await using var service = new LoadBalancedService();

        State().Should().Be("provisioning");
        service.Aws.Clock.Advance(TimeSpan.FromSeconds(90));
        State().Should().Be("active");

        string State() => service.Aws.Call("elbv2.DescribeLoadBalancers")["LoadBalancers"]![0]!["State"]!["Code"]!.GetValue<string>();
    }

    private static JsonNode DescribeAction(LoadBalancedService service) =>
        service.Aws.Call("elbv2.DescribeListeners", new JsonObject { ["LoadBalancerArn"] = service.LoadBalancer })["Listeners"]![0]!["DefaultActions"]![0]!;

    private static string CreateRule(LoadBalancedService service, int priority, string group, string path) =>
        service.Aws.Call("elbv2.CreateRule", new JsonObject
        {
            ["ListenerArn"] = service.Listener,
            ["Priority"] = priority,
            ["Conditions"] = new JsonArray(new JsonObject { ["Field"] = "path-pattern", ["Values"] = new JsonArray(path) }),
            ["Actions"] = LoadBalancedService.Forward((group, 1)),
        })["Rules"]![0]!["RuleArn"]!.GetValue<string>();
}
