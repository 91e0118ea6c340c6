using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Services;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.CodeDeploy;

/// <summary>The way of a deployment from Created to Succeeded.</summary>
public sealed class LifecycleTests
{
    [Fact]
    public async Task Deployment_WithTestListener_GoesThroughEightEventsInOrder()
    {
        await using var world = await SeedWorld.CreateAsync();
        var id = world.Deploy();

        world.Finish(id);

        var events = world.Target(id).Objects("lifecycleEvents");
        events.Select(one => one.Text("lifecycleEventName")).Should().Equal(
            "BeforeInstall", "Install", "AfterInstall", "AllowTestTraffic", "AfterAllowTestTraffic", "BeforeAllowTraffic", "AllowTraffic", "AfterAllowTraffic");
        events.Should().OnlyContain(one => one.Text("status") == "Succeeded");
        foreach (var (before, after) in events.Zip(events.Skip(1)))
        {
            after["startTime"]!.GetValue<double>().Should().BeGreaterThanOrEqualTo(before["endTime"]!.GetValue<double>());
        }
    }

    [Fact]
    public async Task Deployment_WithoutTestListener_HasSixEvents()
    {
        await using var world = await SeedWorld.CreateAsync(options => options.TestPort = null);
        var id = world.Deploy();

        world.Finish(id).Text("status").Should().Be("Succeeded");

        world.Events(id).Should().Equal("BeforeInstall=Succeeded", "Install=Succeeded", "AfterInstall=Succeeded",
            "BeforeAllowTraffic=Succeeded", "AllowTraffic=Succeeded", "AfterAllowTraffic=Succeeded");
    }

    [Fact]
    public async Task Deployment_First3Seconds_IsCreatedAndHasNoTargets()
    {
        await using var world = await SeedWorld.CreateAsync();
        var id = world.Deploy();

        world.Advance(TimeSpan.FromSeconds(2.9));
        world.Status(id).Should().Be("Created");
        world.Invoking(one => one.Target(id)).Should().Throw<AwsErrorException>().Which.Code.Should().Be("DeploymentNotStartedException");

        world.Advance(TimeSpan.FromSeconds(0.2));
        world.Status(id).Should().Be("InProgress");
        world.Events(id)[0].Should().Be("BeforeInstall=InProgress");
    }

    [Fact]
    public async Task Install_GreenTaskSet_IsCodeDeploysAndCarriesTheDeploymentsId()
    {
        await using var world = await SeedWorld.CreateAsync();
        var id = world.Deploy();

        world.AdvanceUntil(() => world.TaskSets().Count == 2);

        var green = world.TaskSets()[1];
        green.Text("externalId").Should().Be(id);
        green.Text("startedBy").Should().Be("CODE_DEPLOY");
        green.Text("status").Should().Be("ACTIVE");
        green.Text("stabilityStatus").Should().Be("STABILIZING");
        green.Object("scale")!.Number("value").Should().Be(100);
        green.Int("computedDesiredCount").Should().Be(2);
        world.TaskSets()[0].Text("externalId").Should().BeNull();
    }

    [Fact]
    public async Task TerminationWait_TargetSucceededDeploymentInProgress_AndTheGroupIsLocked()
    {
        await using var world = await SeedWorld.CreateAsync(options => options.TerminationWait = TimeSpan.FromMinutes(10));
        var id = world.Deploy();
        world.AdvanceUntil(() => world.Deployment(id).Text("status") == "InProgress" && world.Target(id).Text("status") == "Succeeded");

        world.Deployment(id)["deploymentOverview"].Should().BeNull();
        world.Deployment(id).Flag("instanceTerminationWaitTimeStarted").Should().BeFalse();
        world.Target(id).Objects("taskSetsInfo").Select(one => $"{one.Text("taskSetLabel")} {one.Text("status")} {one.Number("trafficWeight")}")
            .Should().Equal("Blue ACTIVE 0", "Green PRIMARY 100");
        world.Invoking(one => one.Deploy()).Should().Throw<AwsErrorException>()
            .WithMessage($"The Deployment Group 'DgpECS-web-labo-terraform-admin' already has an active Deployment '{id}'")
            .Which.Code.Should().Be("DeploymentLimitExceededException");

        var since = world.Now;
        world.AdvanceUntil(() => world.IsOver(id));
        (world.Now - since).Should().BeCloseTo(TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(2));
        world.Deployment(id).Object("deploymentOverview")!.ToJsonString()
            .Should().Be("""{"Pending":0,"InProgress":0,"Succeeded":1,"Failed":0,"Skipped":0,"Ready":0}""");
    }

    [Fact]
    public async Task ContinueDeployment_TerminationWait_EndsTheWait()
    {
        await using var world = await SeedWorld.CreateAsync(options => options.TerminationWait = TimeSpan.FromMinutes(60));
        var id = world.Deploy();
        world.AdvanceUntil(() => world.Deployment(id).Text("status") == "InProgress" && world.Target(id).Text("status") == "Succeeded");

        world.Call("codedeploy", "ContinueDeployment", new() { ["deploymentId"] = id, ["deploymentWaitType"] = "TERMINATION_WAIT" });

        world.Status(id).Should().Be("Succeeded");
        world.TaskSets().Select(one => one.Text("status")).Should().Equal("DRAINING", "PRIMARY");
        world.AdvanceUntil(() => world.TaskSets().Count == 1);
        world.Service().Text("taskDefinition").Should().EndWith(":2");
    }

    [Fact]
    public async Task ReadyWait_Continue_GoesOn()
    {
        await using var world = await SeedWorld.CreateAsync(options => options.ReadyWait = TimeSpan.FromMinutes(30));
        var id = world.Deploy();
        world.Advance(TimeSpan.FromSeconds(4));
        world.Invoking(one => one.Call("codedeploy", "ContinueDeployment", new() { ["deploymentId"] = id, ["deploymentWaitType"] = "READY_WAIT" }))
            .Should().Throw<AwsErrorException>().Which.Code.Should().Be("DeploymentIsNotInReadyStateException");

        world.AdvanceUntil(() => world.Status(id) == "Ready");
        world.Call("codedeploy", "ContinueDeployment", new() { ["deploymentId"] = id, ["deploymentWaitType"] = "READY_WAIT" });

        world.Finish(id).Text("status").Should().Be("Succeeded");
    }

    [Fact]
    public async Task GetDeployment_Revision_HasItsDigestAndNotItsText()
    {
        await using var world = await SeedWorld.CreateAsync();
        var id = world.Deploy(world.AppSpec(world.Seed.TaskDefinitionArn));

        var revision = world.Deployment(id).Object("revision")!;
        revision.Object("appSpecContent")!.Text("sha256").Should().HaveLength(64);
        revision.Object("appSpecContent")!["content"].Should().BeNull();

        world.Call("codedeploy", "GetApplicationRevision", new() { ["applicationName"] = world.Seed.ApplicationName, ["revision"] = revision.DeepClone() })
            .Object("revision")!.Object("appSpecContent")!.Text("content").Should().Be(world.AppSpec(world.Seed.TaskDefinitionArn));
    }

    [Fact]
    public async Task GetDeploymentGroup_BothWaits_AreAlwaysThere()
    {
        await using var world = await SeedWorld.CreateAsync(options => options.TerminationWait = TimeSpan.Zero);

        var group = world.Call("codedeploy", "GetDeploymentGroup", new()
        {
            ["applicationName"] = world.Seed.ApplicationName,
            ["deploymentGroupName"] = world.Seed.DeploymentGroupName,
        }).Object("deploymentGroupInfo")!.Object("blueGreenDeploymentConfiguration")!;

        group.Object("deploymentReadyOption")!.Int("waitTimeInMinutes").Should().Be(0);
        group.Object("terminateBlueInstancesOnDeploymentSuccess")!.Int("terminationWaitTimeInMinutes").Should().Be(0);
    }

    [Fact]
    public async Task Hooks_RegisteredFunction_RunsAndReportsLater()
    {
        await using var world = await SeedWorld.CreateAsync();
        FunctionInvocation? invocation = null;
        world.Simulator.Functions["smoke"] = one =>
        {
            invocation = one;
            return null;
        };
        var id = world.Deploy(world.AppSpec(world.Register(world.Seed.ImageV2), hooks: "Hooks:\n  - AfterAllowTestTraffic: \"arn:aws:lambda:ap-northeast-1:123456789012:function:smoke\""));
        world.AdvanceUntil(() => invocation is not null);
        world.Events(id)[4].Should().Be("AfterAllowTestTraffic=InProgress");

        Report("Succeeded");

        world.Invoking(_ => Report("Succeeded")).Should().Throw<AwsErrorException>().Which.Code.Should().Be("LifecycleEventAlreadyCompletedException");
        world.Finish(id).Text("status").Should().Be("Succeeded");

        JsonObject Report(string status) => world.Call("codedeploy", "PutLifecycleEventHookExecutionStatus", new()
        {
            ["deploymentId"] = id,
            ["lifecycleEventHookExecutionId"] = invocation!.Payload.Text("LifecycleEventHookExecutionId"),
            ["status"] = status,
        });
    }
}
