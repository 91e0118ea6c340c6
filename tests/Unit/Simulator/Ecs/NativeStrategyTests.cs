using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Services;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.Ecs;

/// <summary>The strategies of ECS's own deployments, in the order in which they move tasks and traffic.</summary>
public sealed class NativeStrategyTests
{
    [Fact]
    public async Task BlueGreen_NewTaskDefinition_GoesThroughItsStages()
    {
        await using var world = new NativeWorld();
        var id = world.Deploy(world.V2);
        world.Status(id).Should().Be("PENDING");

        var seen = world.Follow(id, () => (world.Stage(id), Test: world.Weights(world.TestListener).Green, Production: world.Weights().Green));

        seen.Should().Equal(
            (null, 0, 0), ("PRE_SCALE_UP", 0, 0), ("SCALE_UP", 0, 0), ("POST_SCALE_UP", 0, 0),
            ("TEST_TRAFFIC_SHIFT", 100, 0), ("POST_TEST_TRAFFIC_SHIFT", 100, 0),
            ("PRODUCTION_TRAFFIC_SHIFT", 100, 100), ("POST_PRODUCTION_TRAFFIC_SHIFT", 100, 100), ("BAKE_TIME", 100, 100), ("CLEAN_UP", 100, 100));
        world.Status(id).Should().Be("SUCCESSFUL");
        world.Page().Should().Contain("v2");
        var service = world.Service();
        service.Objects("deployments").Should().ContainSingle().Which.Text("rolloutState").Should().Be("COMPLETED");
        service.Text("taskDefinition").Should().Be(world.V2);
        service.Text("currentServiceDeployment").Should().Be(id);
        service.Objects("loadBalancers")[0].Text("targetGroupArn").Should().Be(world.Blue, "the definition does not move, whichever target group serves");
        service.Objects("events")[0].Text("message").Should().Be("(service s) has reached a steady state.");
        service.Objects("events")[1].Text("message").Should().EndWith("deployment completed.");
    }

    [Fact]
    public async Task BlueGreen_OneDeploymentAfterTheOther_TargetGroupsTakeTurns()
    {
        await using var world = new NativeWorld("""{"strategy":"BLUE_GREEN"}""");
        world.Weights().Should().Be((100, 0));

        world.Finish(world.Deploy(world.V2)).Should().Be("SUCCESSFUL");
        world.Weights().Should().Be((0, 100));
        world.Finish(world.Deploy(world.V3)).Should().Be("SUCCESSFUL");
        world.Weights().Should().Be((100, 0));
        world.Page().Should().Contain("v3");
        world.Finish(world.Deploy(world.V1, """{"strategy":"ROLLING"}""")).Should().Be("SUCCESSFUL");

        world.Weights().Should().Be((100, 0), "a rolling deployment leaves the listeners alone");
        world.Page().Should().Contain("v1");
    }

    [Fact]
    public async Task BlueGreen_BakeTime_KeepsBothRevisions()
    {
        await using var world = new NativeWorld();
        var id = world.Deploy(world.V2);
        world.AdvanceUntil(() => world.Stage(id) == "BAKE_TIME");
        var began = world.Now;

        world.Service().Int("runningCount").Should().Be(4);
        world.Deployment(id).Objects("sourceServiceRevisions").Should().ContainSingle().Which.Number("requestedProductionTrafficWeight").Should().Be(0);
        world.Deployment(id).Object("targetServiceRevision")!.Number("requestedProductionTrafficWeight").Should().Be(100);
        world.AdvanceUntil(() => world.Stage(id) == "CLEAN_UP");

        (world.Now - began).Should().BeCloseTo(TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(2));
        world.Finish(id);
        world.Service().Int("runningCount").Should().Be(2);
    }

    [Theory]
    [InlineData("""{"strategy":"LINEAR","linearConfiguration":{"stepPercent":30.0,"stepBakeTimeInMinutes":2}}""", "0 30 60 90 100")]
    [InlineData("""{"strategy":"LINEAR","linearConfiguration":{"stepPercent":50.0,"stepBakeTimeInMinutes":2}}""", "0 50 100")]
    [InlineData("""{"strategy":"LINEAR"}""", "0 10 20 30 40 50 60 70 80 90 100")]
    [InlineData("""{"strategy":"CANARY","canaryConfiguration":{"canaryPercent":10,"canaryBakeTimeInMinutes":3}}""", "0 10 100")]
    [InlineData("""{"strategy":"CANARY"}""", "0 5 100")]
    public async Task SteppedStrategies_Weights_GrowStepByStep(string configuration, string expected)
    {
        await using var world = new NativeWorld(configuration);
        var id = world.Deploy(world.V2);

        var seen = world.Follow(id, () => world.Weights().Green, stepSeconds: 5);

        string.Join(' ', seen).Should().Be(expected);
        world.Status(id).Should().Be("SUCCESSFUL");
    }

    [Fact]
    public async Task Canary_Steps_LastAsLongAsTheyAreConfigured()
    {
        await using var world = new NativeWorld("""{"strategy":"CANARY","canaryConfiguration":{"canaryPercent":2.5,"canaryBakeTimeInMinutes":3}}""");
        var id = world.Deploy(world.V2);
        world.AdvanceUntil(() => world.Weights().Green > 0);
        var began = world.Now;

        world.Weights().Should().Be((975, 25), "weights are whole numbers");
        world.AdvanceUntil(() => world.Weights().Green == 100);

        (world.Now - began).Should().BeCloseTo(TimeSpan.FromMinutes(3) + TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(2));
        world.Finish(id).Should().Be("SUCCESSFUL");
    }

    [Fact]
    public async Task Rolling_BehindALoadBalancer_ReplacesTasksWithoutTouchingTheRules()
    {
        await using var world = new NativeWorld("{}");
        var id = world.Deploy(world.V2);

        var weights = world.Follow(id, () => world.Weights());

        weights.Should().Equal((1, 0));
        world.Status(id).Should().Be("SUCCESSFUL");
        world.Deployment(id)["lifecycleStage"].Should().BeNull();
        world.Page().Should().Contain("v2");
    }

    [Fact]
    public async Task UpdateService_WhatIsSaidAgain_DeploysNothing()
    {
        await using var world = new NativeWorld();

        world.Deploy(world.V1).Should().Be(world.First);
        world.Call("ecs.UpdateService", """{"cluster":"c","service":"s","desiredCount":3}""");
        world.AdvanceUntil(() => world.Service().Int("runningCount") == 3);
        world.Latest.Should().Be(world.First);
        world.Call("ecs.UpdateService", """{"cluster":"c","service":"s","forceNewDeployment":true}""");

        world.Latest.Should().NotBe(world.First);
        world.Finish(world.Latest).Should().Be("SUCCESSFUL");
    }

    [Fact]
    public async Task Revision_AfterADeployment_HoldsTheDigestsAndTheResolvedRules()
    {
        await using var world = new NativeWorld();
        var id = world.Deploy(world.V2);
        world.Finish(id);
        var arn = world.Deployment(id).Object("targetServiceRevision")!.Text("arn")!;

        var revision = world.Aws.Call("ecs.DescribeServiceRevisions", new JsonObject { ["serviceRevisionArns"] = new JsonArray(arn, "other") });

        var found = revision.Objects("serviceRevisions").Should().ContainSingle().Which;
        found.Text("taskDefinition").Should().Be(world.V2);
        found.Objects("containerImages")[0].Text("image").Should().Be("web:v2");
        found.Objects("containerImages")[0].Text("imageDigest").Should().StartWith("sha256:").And.HaveLength(71);
        found.Object("resolvedConfiguration")!.Objects("loadBalancers")[0].Text("targetGroupArn").Should().Be(world.Green);
        revision.Objects("failures").Should().ContainSingle().Which.Text("reason").Should().Be("MISSING");
    }

    [Fact]
    public async Task CodeDeployService_ChangedToEcs_DeploysBlueGreenFromWhatRuns()
    {
        await using var world = await SeedWorld.CreateAsync();
        world.Finish(world.Deploy());
        var rules = new[] { world.Seed.ProductionListenerArn, world.Seed.TestListenerArn! }
            .Select(listener => world.Call("elbv2", "DescribeRules", new() { ["ListenerArn"] = listener }).Objects("Rules")[0].Text("RuleArn")!).ToList();

        world.Call("ecs", "UpdateService", new()
        {
            ["cluster"] = world.Seed.ClusterName,
            ["service"] = world.Seed.ServiceName,
            ["taskDefinition"] = world.Register(world.Seed.ImageV1),
            ["deploymentController"] = new JsonObject { ["type"] = "ECS" },
            ["deploymentConfiguration"] = new JsonObject { ["strategy"] = "BLUE_GREEN" },
            ["loadBalancers"] = new JsonArray(new JsonObject
            {
                ["targetGroupArn"] = world.Seed.TargetGroupArns[0],
                ["containerName"] = world.Seed.ServiceName,
                ["containerPort"] = 5000,
                ["advancedConfiguration"] = new JsonObject
                {
                    ["alternateTargetGroupArn"] = world.Seed.TargetGroupArns[1],
                    ["productionListenerRule"] = rules[0],
                    ["testListenerRule"] = rules[1],
                    ["roleArn"] = "arn:aws:iam::123456789012:role/ecsInfrastructureRole",
                },
            }),
        });

        world.Service().Object("deploymentController")!.Text("type").Should().Be("ECS");
        world.Service().Objects("deployments").Should().HaveCount(3, "what CodeDeploy has replaced still drains");
        world.Page().Should().Contain("v2");
        world.AdvanceUntil(() => world.Service().Objects("deployments") is [var one] && one.Text("rolloutState") == "COMPLETED", stepSeconds: 10);
        world.Page().Should().Contain("v1");
        world.Weights().Should().Contain("labo-terraform-admin-1", 100);
    }
}
