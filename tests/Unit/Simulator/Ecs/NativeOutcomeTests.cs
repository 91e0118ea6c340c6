using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.Ecs;

/// <summary>How ECS's own deployments end, and what ends them.</summary>
public sealed class NativeOutcomeTests
{
    private const string Breaker = ""","deploymentCircuitBreaker":{"enable":true,"rollback":true}""";
    private const string BreakerOnly = ""","deploymentCircuitBreaker":{"enable":true,"rollback":false}""";
    private const string Alarms = ""","alarms":{"alarmNames":["5xx"],"enable":true,"rollback":true}""";

    [Theory]
    [InlineData("BLUE_GREEN")]
    [InlineData("ROLLING")]
    public async Task CircuitBreaker_TasksKeepFailing_RollsBack(string strategy)
    {
        await using var world = With(strategy, Breaker);
        world.Aws.Images[NativeWorld.Image("v2")] = new ImageBehavior { PullError = "gone" };

        var id = world.Deploy(world.V2);

        world.Finish(id).Should().Be("ROLLBACK_SUCCESSFUL");
        var deployment = world.Deployment(id);
        deployment.Object("deploymentCircuitBreaker")!.Text("status").Should().Be("TRIGGERED");
        deployment.Object("deploymentCircuitBreaker")!.Int("threshold").Should().Be(3);
        deployment.Object("deploymentCircuitBreaker")!.Int("failureCount").Should().BeGreaterThanOrEqualTo(3);
        deployment.Object("rollback")!.Text("serviceRevisionArn").Should().Be(world.Deployment(world.First).Object("targetServiceRevision")!.Text("arn"));
        world.Page().Should().Contain("v1");
        world.Service().Text("taskDefinition").Should().Be(world.V1);
        world.Service().Objects("deployments").Should().ContainSingle().Which.Int("runningCount").Should().Be(2);
    }

    [Fact]
    public async Task Revision_AfterARollback_StillTellsItsTargetGroup()
    {
        await using var world = With("BLUE_GREEN", Breaker);
        world.Aws.Images[NativeWorld.Image("v2")] = new ImageBehavior { PullError = "gone" };
        var id = world.Deploy(world.V2);
        world.Finish(id);

        var revision = world.Aws.Call("ecs.DescribeServiceRevisions", new JsonObject { ["serviceRevisionArns"] = new JsonArray(world.Deployment(id).Object("targetServiceRevision")!.Text("arn")) });

        revision.Objects("serviceRevisions")[0].Object("resolvedConfiguration")!.Objects("loadBalancers")[0].Text("targetGroupArn").Should().Be(world.Green);
    }

    [Theory]
    [InlineData(4, 3)]
    [InlineData(9, 5)]
    [InlineData(600, 200)]
    public async Task CircuitBreaker_Threshold_IsHalfTheDesiredCountWithinBounds(int desired, int threshold)
    {
        await using var world = With("ROLLING", Breaker);
        world.Call("ecs.UpdateService", $$"""{"cluster":"c","service":"s","desiredCount":{{desired}} }""");

        world.Deployment(world.First).Object("deploymentCircuitBreaker")!.Int("threshold").Should().Be(threshold);
    }

    [Theory]
    [InlineData("BLUE_GREEN")]
    [InlineData("ROLLING")]
    public async Task CircuitBreaker_WithoutRollback_StopsTheDeployment(string strategy)
    {
        await using var world = With(strategy, BreakerOnly);
        world.Aws.Images[NativeWorld.Image("v2")] = new ImageBehavior { Respond = _ => new SimulatedResponse(500, "broken") };

        var id = world.Deploy(world.V2);

        world.Finish(id).Should().Be("STOPPED");
        world.Deployment(id)["stoppedAt"].Should().NotBeNull();
        world.Service().Objects("deployments").Should().Contain(one => one.Text("rolloutState") == "FAILED");
        world.Page().Should().Contain("v1");
        world.Finish(world.Deploy(world.V3)).Should().Be("SUCCESSFUL", "the next deployment puts the service in order");
        world.Service().Objects("deployments").Should().ContainSingle();
    }

    [Fact]
    public async Task CircuitBreaker_FirstDeployment_HasNothingToGoBackTo()
    {
        await using var simulator = new AwsSimulator();
        simulator.Images["broken:1"] = new ImageBehavior { PullError = "gone" };
        simulator.Call("ecs.CreateCluster", new() { ["clusterName"] = "c" });
        simulator.Call("ecs.RegisterTaskDefinition", JsonNode.Parse("""{"family":"f","containerDefinitions":[{"name":"app","image":"broken:1","memory":128}]}""")!.AsObject());
        simulator.Call("ecs.CreateService", JsonNode.Parse(
            """{"cluster":"c","serviceName":"s","taskDefinition":"f","desiredCount":1,"deploymentConfiguration":{"deploymentCircuitBreaker":{"enable":true,"rollback":true}}}""")!.AsObject());
        simulator.Clock.Advance(TimeSpan.FromMinutes(10));

        var brief = simulator.Call("ecs.ListServiceDeployments", new() { ["cluster"] = "c", ["service"] = "s" }).Objects("serviceDeployments")[0];

        brief.Text("status").Should().Be("STOPPED");
        brief.Text("statusReason").Should().Be("ECS deployment circuit breaker: tasks failed to start.");
    }

    [Theory]
    [InlineData("BLUE_GREEN")]
    [InlineData("ROLLING")]
    [InlineData("CANARY")]
    public async Task Alarm_InTheDeployment_RollsBack(string strategy)
    {
        await using var world = With(strategy, Alarms);
        var id = world.Deploy(world.V2);
        world.AdvanceUntil(() => world.Status(id) == "IN_PROGRESS");

        world.Aws.SetAlarmState("5xx", "ALARM", region: SimulatorCalls.Region);

        world.Finish(id).Should().Be("ROLLBACK_SUCCESSFUL");
        world.Deployment(id).Object("alarms")!.Texts("triggeredAlarmNames").Should().Equal("5xx");
        world.Weights().Blue.Should().BePositive();
        world.Page().Should().Contain("v1");
    }

    [Fact]
    public async Task Alarm_RedFromTheStart_IsNotWatched()
    {
        await using var world = With("BLUE_GREEN", Alarms);
        world.Aws.SetAlarmState("5xx", "ALARM", region: SimulatorCalls.Region);

        var id = world.Deploy(world.V2);

        world.Finish(id).Should().Be("SUCCESSFUL");
        world.Deployment(id).Object("alarms")!.Text("status").Should().Be("DISABLED");
    }

    [Theory]
    [InlineData("BLUE_GREEN", "BAKE_TIME")]
    [InlineData("BLUE_GREEN", "SCALE_UP")]
    [InlineData("CANARY", "PRODUCTION_TRAFFIC_SHIFT")]
    public async Task Stop_WithRollback_GivesTrafficBackAtOnce(string strategy, string stage)
    {
        await using var world = With(strategy);
        var id = world.Deploy(world.V2);
        world.AdvanceUntil(() => world.Stage(id) == stage);

        world.Stop(id);

        world.Status(id).Should().Be("ROLLBACK_REQUESTED");
        world.Follow(id, () => world.Status(id)).Should().Equal("ROLLBACK_REQUESTED", "ROLLBACK_IN_PROGRESS", "ROLLBACK_SUCCESSFUL");
        world.Weights().Blue.Should().BePositive();
        world.Weights().Green.Should().Be(0);
        world.Service().Int("runningCount").Should().Be(2);
    }

    [Fact]
    public async Task Stop_Rolling_BringsTheOldRevisionBack()
    {
        await using var world = With("ROLLING");
        var id = world.Deploy(world.V2);
        world.AdvanceUntil(() => world.Service().Objects("deployments") is [_, var old] && old.Int("desiredCount") == 0);

        world.Stop(id, "ROLLBACK");

        world.Finish(id).Should().Be("ROLLBACK_SUCCESSFUL");
        world.Service().Objects("deployments").Should().ContainSingle().Which.Text("taskDefinition").Should().Be(world.V1);
        world.Page().Should().Contain("v1");
    }

    [Fact]
    public async Task Stop_InTheCleanUp_ComesTooLate()
    {
        await using var world = With("BLUE_GREEN");
        var id = world.Deploy(world.V2);
        world.AdvanceUntil(() => world.Stage(id) == "CLEAN_UP");

        world.Stop(id);

        world.Follow(id, () => world.Status(id)).Should().Equal("ROLLBACK_REQUESTED", "SUCCESSFUL");
        world.Page().Should().Contain("v2");
    }

    [Fact]
    public async Task Stop_Abort_LeavesEverythingAsItIs()
    {
        await using var world = With("CANARY");
        var id = world.Deploy(world.V2);
        world.AdvanceUntil(() => world.Weights().Green == 5);

        world.Stop(id, "ABORT");

        world.Follow(id, () => world.Status(id)).Should().Equal("STOP_REQUESTED", "STOPPED");
        world.Aws.Clock.Advance(TimeSpan.FromHours(1));
        world.Weights().Should().Be((95, 5));
        world.Service().Int("runningCount").Should().Be(4);
        world.Finish(world.Deploy(world.V3)).Should().Be("SUCCESSFUL");
        world.Told(world.Latest).Should().Contain("RECONCILE_SERVICE");
        world.Page().Should().Contain("v3");
    }

    [Fact]
    public async Task Stop_AbortOfARollback_FailsIt()
    {
        await using var world = With("BLUE_GREEN");
        var id = world.Deploy(world.V2);
        world.AdvanceUntil(() => world.Stage(id) == "BAKE_TIME");
        world.Stop(id);
        world.AdvanceUntil(() => world.Status(id) == "ROLLBACK_IN_PROGRESS");

        world.Stop(id, "ABORT");

        world.Status(id).Should().Be("ROLLBACK_FAILED");
    }

    [Fact]
    public async Task Stop_Pending_EndsWithoutATrace()
    {
        await using var world = With("BLUE_GREEN");
        var id = world.Deploy(world.V2);

        world.Stop(id);

        world.Follow(id, () => world.Status(id)).Should().Equal("ROLLBACK_REQUESTED", "STOPPED");
        world.Aws.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Service().Objects("deployments").Should().ContainSingle().Which.Text("status").Should().Be("PRIMARY");
        world.Service().Text("taskDefinition").Should().Be(world.V1);
        world.Finish(world.Deploy(world.V3)).Should().Be("SUCCESSFUL");
    }

    [Fact]
    public async Task Stop_WhenAllIsOver_IsAConflict()
    {
        await using var world = With("BLUE_GREEN");
        var stopping = () => world.Stop(world.First);
        var unknown = () => world.Stop(world.First + "0");

        var refused = stopping.Should().Throw<AwsErrorException>().Which;

        refused.Code.Should().Be("ConflictException");
        refused.Members.Texts("resourceIds").Should().Equal(world.First);
        unknown.Should().Throw<AwsErrorException>().Which.Code.Should().Be("ServiceDeploymentNotFoundException");
        var (status, body, _) = await world.Aws.PostJsonAsync("AmazonEC2ContainerServiceV20141113.StopServiceDeployment",
            $$"""{"serviceDeploymentArn":"{{world.First}}"}""", "ecs");
        status.Should().Be(400);
        body.Texts("resourceIds").Should().Equal(world.First);
    }

    [Fact]
    public async Task NewDeployment_WhileOneRuns_WaitsUntilItHasGivenWay()
    {
        await using var world = With("CANARY");
        var first = world.Deploy(world.V2);
        world.AdvanceUntil(() => world.Weights().Green == 5);

        var second = world.Deploy(world.V3);

        world.Status(first).Should().Be("STOP_REQUESTED");
        world.Status(second).Should().Be("PENDING");
        world.AdvanceUntil(() => world.Status(second) == "IN_PROGRESS");
        world.Status(first).Should().Be("STOPPED");
        world.Stage(second).Should().Be("RECONCILE_SERVICE");
        world.Deployment(second).Objects("sourceServiceRevisions").Should().HaveCount(2);
        world.Weights().Should().Be((100, 0));
        world.Finish(second).Should().Be("SUCCESSFUL");
        world.Page().Should().Contain("v3");
    }

    [Fact]
    public async Task NewDeployment_WhileOneIsRolledBack_WaitsForItsEnd()
    {
        await using var world = With("BLUE_GREEN");
        var first = world.Deploy(world.V2);
        world.AdvanceUntil(() => world.Stage(first) == "BAKE_TIME");
        world.Stop(first);

        var second = world.Deploy(world.V3);
        world.Finish(first).Should().Be("ROLLBACK_SUCCESSFUL");
        world.Status(second).Should().Be("PENDING");

        world.Service().Text("taskDefinition").Should().Be(world.V3, "a rollback leaves the newer deployment's settings alone");
        world.Finish(second).Should().Be("SUCCESSFUL");
    }

    [Fact]
    public async Task NewDeployments_OneAfterTheOther_LeaveOnlyTheLast()
    {
        await using var world = With("BLUE_GREEN");
        var first = world.Deploy(world.V2);

        var second = world.Deploy(world.V3);

        world.Status(first).Should().Be("STOPPED");
        world.Finish(second).Should().Be("SUCCESSFUL");
        world.Page().Should().Contain("v3");
        var listed = world.Call("ecs.ListServiceDeployments", """{"cluster":"c","service":"s","status":["SUCCESSFUL"],"maxResults":1}""");
        listed.Objects("serviceDeployments").Should().ContainSingle().Which.Text("serviceDeploymentArn").Should().Be(second);
        listed.Text("nextToken").Should().NotBeNull();
    }

    [Fact]
    public async Task NewDeployments_TooManyAtOnce_AreRefused()
    {
        await using var world = new NativeWorld("""{"maximumPercent":200,"minimumHealthyPercent":100}""", tasks: 8);
        foreach (var group in new[] { world.Blue, world.Green })
        {
            world.Call("elbv2.ModifyTargetGroupAttributes", $$"""{"TargetGroupArn":"{{group}}","Attributes":[{"Key":"deregistration_delay.timeout_seconds","Value":"3600"}]}""");
        }

        var deploying = () =>
        {
            for (var i = 0; i < 10; i++)
            {
                world.Call("ecs.UpdateService", """{"cluster":"c","service":"s","forceNewDeployment":true}""");
                world.Aws.Clock.Advance(TimeSpan.FromSeconds(40));
            }
        };

        deploying.Should().Throw<AwsErrorException>().WithMessage("5 active deployments exist, unable to create new deployment");
        world.Service().Objects("deployments").Should().HaveCount(5);
    }

    [Fact]
    public async Task ListenerRule_DeletedMeanwhile_FailsTheDeployment()
    {
        await using var world = With("BLUE_GREEN");
        var id = world.Deploy(world.V2);
        world.AdvanceUntil(() => world.Stage(id) == "SCALE_UP");

        world.Call("elbv2.DeleteListener", $$"""{"ListenerArn":"{{world.TestListener}}"}""");

        world.Finish(id).Should().Be("ROLLBACK_FAILED", "the rule can't be set back either");
        world.Deployment(id).Text("statusReason").Should().EndWith("does not exist.");
        world.Page().Should().Contain("v1");
    }

    [Fact]
    public async Task DeleteService_WhileItIsDeployed_StopsTheDeployment()
    {
        await using var world = With("BLUE_GREEN");
        var id = world.Deploy(world.V2);
        world.AdvanceUntil(() => world.Stage(id) == "BAKE_TIME");

        world.Call("ecs.DeleteService", """{"cluster":"c","service":"s","force":true}""");

        world.Status(id).Should().Be("STOPPED");
        world.AdvanceUntil(() => world.Service().Text("status") == "INACTIVE");
    }

    [Fact]
    public async Task Tasks_ThatNeverPass_TimeTheStageOut()
    {
        await using var world = With("BLUE_GREEN", options: new AwsSimulatorOptions { Timings = new SimulatorTimings { LongestLifecycleStage = TimeSpan.FromHours(1) } });
        world.Aws.Images[NativeWorld.Image("v2")] = new ImageBehavior { PullError = "gone" };

        var id = world.Deploy(world.V2);

        world.Finish(id, stepSeconds: 60).Should().Be("ROLLBACK_SUCCESSFUL");
        world.Deployment(id).Text("statusReason").Should().Be("The service deployment made no progress for 1 hours.");
    }

    private static NativeWorld With(string strategy, string more = "", AwsSimulatorOptions? options = null) => new(
        $$"""{"strategy":"{{strategy}}","bakeTimeInMinutes":3{{more}}}""", options: options);
}
