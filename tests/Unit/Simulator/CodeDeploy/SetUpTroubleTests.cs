using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.CodeDeploy;

/// <summary>Groups, load balancers and roles that do not fit: what is refused at once, and what fails the deployment.</summary>
public sealed class SetUpTroubleTests
{
    [Theory]
    [InlineData("elasticloadbalancing:*", "AmazonECS")]
    [InlineData("ecs:*", "AmazonElasticLoadBalancing")]
    public async Task ServiceRole_WithoutTheRights_FailsInstall(string allowed, string service)
    {
        await using var world = await SeedWorld.CreateAsync();
        world.Call("iam", "DetachRolePolicy", new() { ["RoleName"] = "CodeDeployECSRole", ["PolicyArn"] = "arn:aws:iam::aws:policy/AWSCodeDeployRoleForECS" });
        world.Call("iam", "PutRolePolicy", new()
        {
            ["RoleName"] = "CodeDeployECSRole",
            ["PolicyName"] = "own",
            ["PolicyDocument"] = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["{{allowed}}","iam:PassRole"],"Resource":"*"}]}""",
        });

        var id = world.Deploy();
        world.Finish(id);

        world.Error(id).Should().Be(("IAM_ROLE_PERMISSIONS",
            $"The IAM role {world.Seed.CodeDeployRoleArn} does not give you permission to perform operations in the following AWS service: {service}."));
    }

    [Fact]
    public async Task ServiceRole_ThatDoesNotTrustCodeDeploy_IsRefused()
    {
        await using var world = await SeedWorld.CreateAsync();
        world.Call("iam", "UpdateAssumeRolePolicy", new()
        {
            ["RoleName"] = "CodeDeployECSRole",
            ["PolicyDocument"] = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ecs.amazonaws.com"},"Action":"sts:AssumeRole"}]}""",
        });

        Refused(world, []).Should().Be(("InvalidRoleException", $"AWS CodeDeploy does not have the permissions required to assume the role {world.Seed.CodeDeployRoleArn}."));
    }

    [Fact]
    public async Task TargetGroup_BehindAnotherLoadBalancer_IsRefusedOrFailsTheDeployment()
    {
        await using var world = await SeedWorld.CreateAsync(options => options.TestPort = null);
        var other = Balancer(world, "other", "application");
        Listen(world, other, "HTTP", world.Seed.TargetGroupArns[1]);

        Refused(world, []).Code.Should().Be("InvalidTargetGroupPairException");
        var id = world.Deploy();
        world.Finish(id);

        world.Error(id).Should().Be(("ELASTIC_LOAD_BALANCING_INVALID", "The ELB could not be updated due to the following error: "
            + $"The following target groups cannot be associated with more than one load balancer: {world.Seed.TargetGroupArns[1]}"));
    }

    [Fact]
    public async Task NetworkLoadBalancer_AndACanary_AreRefused()
    {
        await using var world = await SeedWorld.CreateAsync();
        var balancer = Balancer(world, "net", "network");
        string[] groups = [Group(world, "tcp-1"), Group(world, "tcp-2")];
        var listener = Listen(world, balancer, "TCP", groups[0]);

        Refused(world, Pair("CodeDeployDefault.ECSCanary10Percent5Minutes")).Should().Be(("InvalidLoadBalancerInfoException",
            "Only ALB supports gradual traffic routing, use AllAtOnce Traffic routing instead when you create/update Deployment group"));
        world.Call("codedeploy", "UpdateDeploymentGroup", Input(world, Pair("CodeDeployDefault.ECSAllAtOnce")));

        JsonObject Pair(string config) => new()
        {
            ["deploymentConfigName"] = config,
            ["loadBalancerInfo"] = new JsonObject
            {
                ["targetGroupPairInfoList"] = new JsonArray(new JsonObject
                {
                    ["targetGroups"] = new JsonArray(new JsonObject { ["name"] = "tcp-1" }, new JsonObject { ["name"] = "tcp-2" }),
                    ["prodTrafficRoute"] = new JsonObject { ["listenerArns"] = new JsonArray(listener) },
                }),
            },
        };
    }

    [Fact]
    public async Task SecondGroup_ForOneService_IsRefused()
    {
        await using var world = await SeedWorld.CreateAsync();
        var group = world.Call("codedeploy", "GetDeploymentGroup", new() { ["applicationName"] = world.Seed.ApplicationName, ["deploymentGroupName"] = world.Seed.DeploymentGroupName })
            .Object("deploymentGroupInfo")!;
        group["deploymentGroupName"] = "second";

        world.Invoking(one => one.Call("codedeploy", "CreateDeploymentGroup", group.DeepClone().AsObject())).Should().Throw<AwsErrorException>()
            .Which.Code.Should().Be("ECSServiceMappingLimitExceededException");
    }

    [Fact]
    public async Task ApplicationForServers_HasNoGroupForEcs()
    {
        await using var world = await SeedWorld.CreateAsync();
        world.Call("codedeploy", "CreateApplication", new() { ["applicationName"] = "servers", ["computePlatform"] = "Server" });
        var group = world.Call("codedeploy", "GetDeploymentGroup", new() { ["applicationName"] = world.Seed.ApplicationName, ["deploymentGroupName"] = world.Seed.DeploymentGroupName })
            .Object("deploymentGroupInfo")!;
        group["applicationName"] = "servers";

        var refused = world.Invoking(one => one.Call("codedeploy", "CreateDeploymentGroup", group.DeepClone().AsObject())).Should().Throw<AwsErrorException>().Which;
        refused.Code.Should().Be("InvalidLoadBalancerInfoException");
        refused.Message.Should().StartWith("The specification for load balancing in the deployment group is invalid.");
    }

    [Fact]
    public async Task NextDeployment_WhileTheListenerStillForwardsToTheLast_Fails()
    {
        await using var world = await SeedWorld.CreateAsync(options => options.DeploymentConfigName = "CodeDeployDefault.ECSLinear10PercentEvery1Minutes");
        var first = world.Deploy(change: input => input["autoRollbackConfiguration"] = new JsonObject { ["enabled"] = false });
        world.AdvanceUntil(() => world.Weights().Count == 2 && world.Weights().Values.All(weight => weight > 0));
        world.Call("codedeploy", "StopDeployment", new() { ["deploymentId"] = first, ["autoRollbackEnabled"] = false });

        var next = world.Deploy();
        world.Finish(next);

        world.Error(next).Code.Should().Be("ECS_UPDATE_ERROR");
        world.Error(next).Message.Should().Match("TaskSet ecs-svc/* is behind prod listener * Verify that the TaskSet is still serving production traffic.");
    }

    private static (string Code, string Message) Refused(SeedWorld world, JsonObject change)
    {
        var error = world.Invoking(one => one.Call("codedeploy", "UpdateDeploymentGroup", Input(one, change))).Should().Throw<AwsErrorException>().Which;
        return (error.Code, error.Message);
    }

    private static JsonObject Input(SeedWorld world, JsonObject change)
    {
        var input = change.DeepClone().AsObject();
        (input["applicationName"], input["currentDeploymentGroupName"]) = (world.Seed.ApplicationName, world.Seed.DeploymentGroupName);
        return input;
    }

    private static string Balancer(SeedWorld world, string name, string type) => world.Call("elbv2", "CreateLoadBalancer", new()
    {
        ["Name"] = name,
        ["Type"] = type,
        ["Subnets"] = world.Service().Object("networkConfiguration")!.Object("awsvpcConfiguration")!["subnets"]!.DeepClone(),
    }).Objects("LoadBalancers")[0].Text("LoadBalancerArn")!;

    private static string Listen(SeedWorld world, string balancer, string protocol, string group) => world.Call("elbv2", "CreateListener", new()
    {
        ["LoadBalancerArn"] = balancer,
        ["Protocol"] = protocol,
        ["Port"] = 80,
        ["DefaultActions"] = new JsonArray(new JsonObject { ["Type"] = "forward", ["TargetGroupArn"] = group }),
    }).Objects("Listeners")[0].Text("ListenerArn")!;

    private static string Group(SeedWorld world, string name) => world.Call("elbv2", "CreateTargetGroup", new()
    {
        ["Name"] = name,
        ["Protocol"] = "TCP",
        ["Port"] = 5000,
        ["VpcId"] = "vpc-1",
        ["TargetType"] = "ip",
    }).Objects("TargetGroups")[0].Text("TargetGroupArn")!;
}
