using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Services;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.CodeDeploy;

/// <summary>How a deployment fails: code, text, events, and what comes after.</summary>
public sealed class FailureTests
{
    private static readonly string[] InstallFailed =
    [
        "BeforeInstall=Succeeded", "Install=Failed", "AfterInstall=Skipped", "AllowTestTraffic=Skipped",
        "AfterAllowTestTraffic=Skipped", "BeforeAllowTraffic=Skipped", "AllowTraffic=Skipped", "AfterAllowTraffic=Skipped",
    ];

    [Fact]
    public async Task ContainerMissing_FailsInstall()
    {
        await using var world = await SeedWorld.CreateAsync();
        var id = world.Deploy(world.AppSpec(world.Register(world.Seed.ImageV2), container: "labo-staging"));

        world.Finish(id).Text("status").Should().Be("Failed");

        world.Error(id).Code.Should().Be("ECS_UPDATE_ERROR");
        world.Error(id).Message.Should()
            .StartWith("The ECS service cannot be updated due to an unexpected error: The container labo-staging does not exist in the task definition. "
                + "(Service: AmazonECS; Status Code: 400; Error Code: InvalidParameterException; Request ID: ")
            .And.EndWith("; Proxy: null). Check your ECS service status.");
        world.Events(id).Should().Equal(InstallFailed);
    }

    [Theory]
    [InlineData("The container labo-terraform-admin did not have a container port 443 defined.", "ecs-admin-test:1", 443)]
    [InlineData("Invalid revision number. Number: latest", "ecs-admin-test:latest", 5000)]
    [InlineData("TaskDefinition not found.", "ecs-admin-test:99", 5000)]
    public async Task AppSpecThatDoesNotFit_FailsInstallWithEcsText(string text, string taskDefinition, int port)
    {
        await using var world = await SeedWorld.CreateAsync();
        var id = world.Deploy(world.AppSpec($"arn:aws:ecs:ap-northeast-1:123456789012:task-definition/{taskDefinition}", port: port));

        world.Finish(id);

        world.Error(id).Code.Should().Be("ECS_UPDATE_ERROR");
        world.Error(id).Message.Should().StartWith($"The ECS service cannot be updated due to an unexpected error: {text} (");
        world.Events(id).Should().Equal(InstallFailed);
    }

    [Fact]
    public async Task InactiveTaskDefinition_FailsInstall()
    {
        await using var world = await SeedWorld.CreateAsync();
        var definition = world.Register(world.Seed.ImageV2);
        world.Call("ecs", "DeregisterTaskDefinition", new() { ["taskDefinition"] = definition });
        var id = world.Deploy(world.AppSpec(definition));

        world.Finish(id);

        world.Error(id).Message.Should().Contain("unexpected error: TaskDefinition is inactive (");
    }

    [Theory]
    [InlineData("")]
    [InlineData("version: 1.0\nResources: []")]
    [InlineData("a: [1")]
    [InlineData("{\"version\":0.0,\"Version\":0}")]
    public async Task AppSpecUnreadable_FailsAtOnceAndIsNotRolledBack(string appSpec)
    {
        await using var world = await SeedWorld.CreateAsync();
        var id = world.Deploy(appSpec);

        var deployment = world.Finish(id);

        world.Error(id).Code.Should().Be("INVALID_REVISION");
        world.Events(id)[0].Should().Be("BeforeInstall=Failed");
        world.Events(id).Skip(1).Should().OnlyContain(one => one.EndsWith("=Skipped", StringComparison.Ordinal));
        deployment["rollbackInfo"].Should().BeNull();
    }

    [Fact]
    public async Task ListenerForwardsElsewhere_FailsInstall()
    {
        await using var world = await SeedWorld.CreateAsync();
        world.Call("elbv2", "ModifyListener", new()
        {
            ["ListenerArn"] = world.Seed.ProductionListenerArn,
            ["DefaultActions"] = new JsonArray(new JsonObject { ["Type"] = "forward", ["TargetGroupArn"] = world.Seed.TargetGroupArns[1] }),
        });
        var id = world.Deploy();

        world.Finish(id);

        world.Error(id).Should().Be(("ELASTIC_LOAD_BALANCING_INVALID",
            $"The ELB could not be updated due to the following error: Primary taskset target group must be behind listener {world.Seed.ProductionListenerArn}"));
        world.Events(id).Should().Equal(InstallFailed);
    }

    [Theory]
    [InlineData("CodeDeployDefault.ECSAllAtOnce")]
    [InlineData("CodeDeployDefault.ECSCanary10Percent5Minutes")]
    public async Task ImageCannotBePulled_TimesOutAfter60Minutes(string config)
    {
        await using var world = await SeedWorld.CreateAsync(options => options.DeploymentConfigName = config);
        world.Simulator.Images[world.Seed.ImageV2] = new ImageBehavior { PullError = "manifest unknown" };
        var id = world.Deploy();
        world.AdvanceUntil(() => world.TaskSets().Count == 2);
        var green = world.TaskSets()[1].Text("id");
        var since = world.Now;
        world.AdvanceUntil(() => world.Now - since > TimeSpan.FromMinutes(1));
        StoppedTasks(world, green!).Should().OnlyContain(task =>
            task.Text("stopCode") == "TaskFailedToStart"
            && task.Text("stoppedReason") == "CannotPullContainerError: manifest unknown"
            && task.Objects("containers")[0].Text("reason") == "CannotPullContainerError: manifest unknown").And.HaveCountGreaterThan(1);

        var deployment = world.Finish(id);

        world.Error(id).Should().Be(("TIMEOUT",
            "The deployment timed out while waiting for the replacement task set to become healthy. This time out period is 60 minutes."));
        deployment.Text("status").Should().Be("Failed");
        world.Events(id).Should().Equal(InstallFailed);
        world.Service().Objects("events").Select(one => one.Text("message"))
            .Should().Contain("(service labo-terraform-admin) is unable to consistently start tasks successfully.");
        world.Page().Should().Contain("v1");
    }

    [Fact]
    public async Task UnhealthyInCanary_TasksAreReplacedUntilTheTimeOut()
    {
        await using var world = await SeedWorld.CreateAsync(options => options.DeploymentConfigName = "CodeDeployDefault.ECSCanary10Percent5Minutes");
        world.Simulator.Images[world.Seed.ImageV2] = new ImageBehavior { Respond = _ => new SimulatedResponse(502, "down") };
        var id = world.Deploy();

        world.Finish(id).Text("status").Should().Be("Failed");

        world.Error(id).Code.Should().Be("TIMEOUT");
        world.Service().Objects("events").Select(one => one.Text("message")).Should().Contain(message =>
            message!.Contains("is unhealthy in (target-group ") && message.EndsWith("due to (reason Health checks failed with these codes: [502])"));
        world.Page().Should().Contain("v1");
    }

    [Fact]
    public async Task ContainerExits_TimesOut()
    {
        await using var world = await SeedWorld.CreateAsync();
        world.Simulator.Images[world.Seed.ImageV2] = new ImageBehavior { ExitCode = 3 };
        var id = world.Deploy();
        world.AdvanceUntil(() => world.TaskSets().Count == 2 && StoppedTasks(world, world.TaskSets()[1].Text("id")!).Any(task => task.Text("lastStatus") == "STOPPED"));

        var task = StoppedTasks(world, world.TaskSets()[1].Text("id")!)[0];

        task.Text("stopCode").Should().Be("EssentialContainerExited");
        task.Text("stoppedReason").Should().Be("Essential container in task exited");
        task.Objects("containers")[0].Int("exitCode").Should().Be(3);
        world.Finish(id);
        world.Error(id).Code.Should().Be("TIMEOUT");
    }

    [Fact]
    public async Task HookWithoutFunction_Fails()
    {
        await using var world = await SeedWorld.CreateAsync();
        var id = world.Deploy(world.AppSpec(world.Register(world.Seed.ImageV2), hooks: "Hooks:\n  - AfterInstall: nobody"));

        world.Finish(id);

        world.Error(id).Should().Be(("HOOK_EXECUTION_FAILURE", "The deployment failed because one or more of the lifecycle event validation functions failed."));
        world.Events(id)[2].Should().Be("AfterInstall=Failed");
    }

    [Fact]
    public async Task HookThatNeverAnswers_TimesOutAfterAnHour()
    {
        await using var world = await SeedWorld.CreateAsync();
        world.Simulator.Functions["slow"] = _ => null;
        var id = world.Deploy(world.AppSpec(world.Register(world.Seed.ImageV2), hooks: "Hooks:\n  - AfterInstall: slow"));

        world.Finish(id);

        world.Error(id).Code.Should().Be("HOOK_EXECUTION_FAILURE");
        world.Error(id).Message.Should().StartWith("The deployment timed out while waiting for a status callback.");
    }

    [Fact]
    public async Task ReadyWaitExpires_IsStopped()
    {
        await using var world = await SeedWorld.CreateAsync(options => options.ReadyWait = TimeSpan.FromMinutes(7));
        var id = world.Deploy();

        world.Finish(id).Text("status").Should().Be("Stopped");

        world.Error(id).Should().Be(("TIMEOUT", "The deployment timed out while waiting for a notification to continue. This time out period is 7 minutes."));
    }

    [Fact]
    public async Task Sha256ThatDoesNotFit_IsRefused()
    {
        await using var world = await SeedWorld.CreateAsync();

        var deploying = () => world.Deploy("x", input => input["revision"]!["appSpecContent"]!["sha256"] = new string('0', 64));

        deploying.Should().Throw<AwsErrorException>().Which.Code.Should().Be("InvalidRevisionException");
    }

    private static IReadOnlyList<JsonObject> StoppedTasks(SeedWorld world, string startedBy)
    {
        var arns = world.Call("ecs", "ListTasks", new() { ["cluster"] = "web", ["startedBy"] = startedBy, ["desiredStatus"] = "STOPPED" }).Texts("taskArns");
        return arns.Count == 0 ? [] : world.Call("ecs", "DescribeTasks", new() { ["cluster"] = "web", ["tasks"] = arns.ToJson() }).Objects("tasks");
    }
}
