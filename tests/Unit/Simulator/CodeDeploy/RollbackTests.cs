using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.CodeDeploy;

/// <summary>Stopping, alarms, and the second deployment that undoes the first.</summary>
public sealed class RollbackTests
{
    private const string Canary = "CodeDeployDefault.ECSCanary10Percent5Minutes";

    [Fact]
    public async Task Stop_DuringCanary_IsUndoneByASecondDeployment()
    {
        await using var world = await SeedWorld.CreateAsync(options => options.DeploymentConfigName = Canary);
        var id = world.Deploy();
        world.AdvanceUntil(() => world.Weights().GetValueOrDefault("labo-terraform-admin-2") == 10);

        var answer = world.Call("codedeploy", "StopDeployment", new() { ["deploymentId"] = id, ["autoRollbackEnabled"] = true });
        var stopped = world.Now;

        answer.Text("status").Should().Be("Succeeded");
        world.Status(id).Should().Be("Stopped");
        var rollbackId = world.Deployment(id).Object("rollbackInfo")!.Text("rollbackDeploymentId")!;
        world.Deployment(id).Object("rollbackInfo")!.Text("rollbackMessage")
            .Should().Be($"Deployment {id} terminated. Automatic rollback is triggered with a DeploymentId {rollbackId}.");
        world.Finish(rollbackId);
        (world.Now - stopped).Should().BeLessThan(TimeSpan.FromSeconds(15));
        var rollback = world.Deployment(rollbackId);
        rollback.Text("status").Should().Be("Succeeded");
        rollback.Text("creator").Should().Be("codeDeployRollback");
        rollback.Text("deploymentConfigName").Should().Be("CodeDeployDefault.ECSAllAtOnce");
        rollback.Object("rollbackInfo")!.Text("rollbackTriggeringDeploymentId").Should().Be(id);
        rollback.Object("rollbackInfo")!.Text("rollbackMessage").Should().Be($"Deployment {rollbackId} is triggered to roll back deployment {id}.");
        world.Weights().Should().Contain("labo-terraform-admin-1", 100);
        world.AdvanceUntil(() => world.TaskSets().Count == 1);
        world.TaskSets()[0].Text("status").Should().Be("PRIMARY");
        world.Service().Text("taskDefinition").Should().Be(world.Seed.TaskDefinitionArn);
        world.Invoking(one => one.Call("codedeploy", "StopDeployment", new() { ["deploymentId"] = id }))
            .Should().Throw<AwsErrorException>().Which.Code.Should().Be("DeploymentAlreadyCompletedException");
    }

    [Fact]
    public async Task Stop_DuringTerminationWait_MakesBluePrimaryAgain()
    {
        await using var world = await SeedWorld.CreateAsync();
        var id = world.Deploy();
        world.AdvanceUntil(() => world.Deployment(id).Text("status") == "InProgress" && world.Target(id).Text("status") == "Succeeded");

        world.Call("codedeploy", "StopDeployment", new() { ["deploymentId"] = id, ["autoRollbackEnabled"] = true });
        world.Finish(id);
        world.AdvanceUntil(() => world.TaskSets().Count == 1);

        world.TaskSets()[0].Text("status").Should().Be("PRIMARY");
        world.TaskSets()[0].Text("taskDefinition").Should().Be(world.Seed.TaskDefinitionArn);
        world.Page().Should().Contain("v1");
    }

    [Fact]
    public async Task Stop_WithoutRollback_LeavesTrafficAndBothTaskSets()
    {
        await using var world = await SeedWorld.CreateAsync(options => options.DeploymentConfigName = Canary);
        DisableRollback(world);
        var id = world.Deploy();
        world.AdvanceUntil(() => world.Weights().GetValueOrDefault("labo-terraform-admin-2") == 10);

        world.Call("codedeploy", "StopDeployment", new() { ["deploymentId"] = id });
        world.Advance(TimeSpan.FromMinutes(10));

        world.Weights()["labo-terraform-admin-2"].Should().Be(10);
        world.TaskSets().Should().HaveCount(2);
        world.Deployment(id)["rollbackInfo"].Should().BeNull();
        var next = world.Deploy();
        world.Finish(next);
        world.Error(next).Code.Should().Be("ECS_UPDATE_ERROR");
        world.Error(next).Message.Should().StartWith("TaskSet ecs-svc/").And.Contain(" is behind prod listener ");
    }

    [Fact]
    public async Task Alarm_DuringCanary_StopsWithin20SecondsAndRollsBack()
    {
        await using var world = await SeedWorld.CreateAsync(options =>
        {
            options.DeploymentConfigName = Canary;
            options.Alarms = ["5xx-high", "quiet"];
        });
        var id = world.Deploy();
        world.AdvanceUntil(() => world.Weights().GetValueOrDefault("labo-terraform-admin-2") == 10);
        world.Simulator.World.In(world.Seed.Region).Get(region => new BlueGreen.Ecs.Simulator.Services.CloudWatch.CloudWatchState(region)).SetOrMake("5xx-high", "ALARM", "test");
        var since = world.Now;

        world.AdvanceUntil(() => world.IsOver(id));

        (world.Now - since).Should().BeLessThanOrEqualTo(TimeSpan.FromSeconds(20));
        world.Status(id).Should().Be("Stopped");
        world.Error(id).Should().Be(("ALARM_ACTIVE",
            "One or more alarms have been activated according to the Amazon CloudWatch metrics you selected, and the affected deployments have been stopped. Activated alarms: <5xx-high>"));
        world.Finish(id);
        world.Weights().Should().Contain("labo-terraform-admin-1", 100);

        var again = world.Deploy();
        world.Finish(again).Text("status").Should().Be("Stopped");
        world.Events(again)[1].Should().Be("Install=Failed");
    }

    [Fact]
    public async Task Failure_WithRollback_TestListenerGoesBackToo()
    {
        await using var world = await SeedWorld.CreateAsync();
        world.Call("elbv2", "ModifyListener", new()
        {
            ["ListenerArn"] = world.Seed.TestListenerArn,
            ["DefaultActions"] = new System.Text.Json.Nodes.JsonArray(
                new System.Text.Json.Nodes.JsonObject { ["Type"] = "forward", ["TargetGroupArn"] = world.Seed.TargetGroupArns[0] }),
        });
        var before = world.Weights(world.Seed.TestListenerArn);
        world.Simulator.Functions["red"] = _ => HookReply.Failed();
        var id = world.Deploy(world.AppSpec(world.Register(world.Seed.ImageV2), hooks: "Hooks:\n  - AfterAllowTestTraffic: red"));

        world.Finish(id).Text("status").Should().Be("Failed");

        world.Weights(world.Seed.TestListenerArn).Should().Equal(before);
        world.AdvanceUntil(() => world.TaskSets().Count == 1);
    }

    private static void DisableRollback(SeedWorld world) => world.Call("codedeploy", "UpdateDeploymentGroup", new()
    {
        ["applicationName"] = world.Seed.ApplicationName,
        ["currentDeploymentGroupName"] = world.Seed.DeploymentGroupName,
        ["autoRollbackConfiguration"] = new System.Text.Json.Nodes.JsonObject { ["enabled"] = false },
    });
}
