using BlueGreen.Ecs.Engines.EcsNative;

namespace BlueGreen.Ecs.Tests.Unit.Engines.EcsNative;

public sealed class EcsNativeObservationTests
{
    [Theory]
    [InlineData("PENDING", null, DeploymentStatus.InProgress, Stage.Pending)]
    [InlineData("IN_PROGRESS", null, DeploymentStatus.InProgress, Stage.Pending)]
    [InlineData("IN_PROGRESS", "RECONCILE_SERVICE", DeploymentStatus.InProgress, Stage.Pending)]
    [InlineData("IN_PROGRESS", "PRE_SCALE_UP", DeploymentStatus.InProgress, Stage.Pending)]
    [InlineData("IN_PROGRESS", "SCALE_UP", DeploymentStatus.InProgress, Stage.Install)]
    [InlineData("IN_PROGRESS", "POST_SCALE_UP", DeploymentStatus.InProgress, Stage.Install)]
    [InlineData("IN_PROGRESS", "TEST_TRAFFIC_SHIFT", DeploymentStatus.InProgress, Stage.TestTraffic)]
    [InlineData("IN_PROGRESS", "POST_TEST_TRAFFIC_SHIFT", DeploymentStatus.InProgress, Stage.TestTraffic)]
    [InlineData("IN_PROGRESS", "PRODUCTION_TRAFFIC_SHIFT", DeploymentStatus.InProgress, Stage.ProductionTraffic)]
    [InlineData("IN_PROGRESS", "POST_PRODUCTION_TRAFFIC_SHIFT", DeploymentStatus.InProgress, Stage.ProductionTraffic)]
    [InlineData("IN_PROGRESS", "BAKE_TIME", DeploymentStatus.InProgress, Stage.Bake)]
    [InlineData("IN_PROGRESS", "CLEAN_UP", DeploymentStatus.InProgress, Stage.Bake)]
    [InlineData("IN_PROGRESS", "SOMETHING_NEW", DeploymentStatus.InProgress, Stage.Pending)]
    [InlineData("STOP_REQUESTED", "SCALE_UP", DeploymentStatus.InProgress, Stage.Install)]
    [InlineData("ROLLBACK_REQUESTED", "SCALE_UP", DeploymentStatus.InProgress, Stage.RollBack)]
    [InlineData("ROLLBACK_IN_PROGRESS", "CLEAN_UP", DeploymentStatus.InProgress, Stage.RollBack)]
    [InlineData("SUCCESSFUL", "CLEAN_UP", DeploymentStatus.Succeeded, Stage.Finished)]
    [InlineData("ROLLBACK_SUCCESSFUL", "CLEAN_UP", DeploymentStatus.RolledBack, Stage.Finished)]
    [InlineData("ROLLBACK_FAILED", "CLEAN_UP", DeploymentStatus.Failed, Stage.Finished)]
    [InlineData("STOPPED", "SCALE_UP", DeploymentStatus.Failed, Stage.Finished)]
    public void From_EveryStatusAndStage(string aws, string? lifecycleStage, DeploymentStatus status, Stage stage)
    {
        var observation = EcsNativeObservation.From(ServiceDeployments.Of(aws, lifecycleStage));

        (observation.Status, observation.Stage).Should().Be((status, stage));
    }

    [Fact]
    public void From_StoppedBeforeItBegan_HasChangedNothing()
    {
        var deployment = ServiceDeployments.Of("STOPPED");
        deployment.StartedAt = null;
        deployment.StatusReason = "superseded";

        var observation = EcsNativeObservation.From(deployment);

        (observation.Status, observation.Reason, observation.BluePercent).Should().Be((DeploymentStatus.RolledBack, "superseded", 100));
    }

    [Theory]
    [InlineData("IN_PROGRESS", 12.5, 12.5)]
    [InlineData("STOPPED", 10, 10)]
    [InlineData("ROLLBACK_FAILED", 10, 10)]
    [InlineData("SUCCESSFUL", 0, 100)]
    [InlineData("ROLLBACK_SUCCESSFUL", 10, 0)]
    public void From_Weights_AreTheRequestedOnesUntilTheEnd(string status, double requested, double green)
    {
        var observation = EcsNativeObservation.From(ServiceDeployments.Of(status, "PRODUCTION_TRAFFIC_SHIFT", requested));

        (observation.BluePercent, observation.GreenPercent).Should().Be((100 - green, green));
    }

    [Fact]
    public void From_Tasks_AreThoseOfAllOldRevisionsAndOfTheNewOne()
    {
        var deployment = ServiceDeployments.Of("IN_PROGRESS", "SCALE_UP");
        deployment.SourceServiceRevisions.Add(new() { RequestedTaskCount = 1, RunningTaskCount = 0, PendingTaskCount = 1 });

        var observation = EcsNativeObservation.From(deployment);

        observation.BlueTasks.Should().Be(new TaskCounts(3, 2, 1));
        observation.GreenTasks.Should().Be(new TaskCounts(2, 1, 1));
    }

    [Fact]
    public void From_LifecycleEvents_AreTheStagesSoFar()
    {
        EcsNativeObservation.From(ServiceDeployments.Of("IN_PROGRESS", "POST_SCALE_UP")).LifecycleEvents.Should().Equal(
            new LifecycleEventState("PRE_SCALE_UP", "Succeeded", Stage.Pending),
            new LifecycleEventState("SCALE_UP", "Succeeded", Stage.Install),
            new LifecycleEventState("POST_SCALE_UP", "InProgress", Stage.Install));
        EcsNativeObservation.From(ServiceDeployments.Of("IN_PROGRESS", "RECONCILE_SERVICE")).LifecycleEvents.Should().ContainSingle();
        EcsNativeObservation.From(ServiceDeployments.Of("SUCCESSFUL", "CLEAN_UP")).LifecycleEvents.Should().HaveCount(9).And.OnlyContain(one => one.Status == "Succeeded");
        EcsNativeObservation.From(ServiceDeployments.Of("ROLLBACK_IN_PROGRESS", "CLEAN_UP")).LifecycleEvents.Should().Equal(new LifecycleEventState("CLEAN_UP", "InProgress", Stage.RollBack));
    }

    [Fact]
    public void From_Reason_IsAwsWordsWithTheAlarmsThatNobodyNamed()
    {
        var deployment = ServiceDeployments.Of("ROLLBACK_IN_PROGRESS", "CLEAN_UP");
        (deployment.Rollback, deployment.StatusReason) = (new() { Reason = "Alarm detected." }, "Alarm detected.");
        deployment.Alarms = new() { TriggeredAlarmNames = ["5xx"] };

        EcsNativeObservation.From(deployment).Reason.Should().Be("Alarm detected. Alarms: 5xx.");
        EcsNativeObservation.From(ServiceDeployments.Of("IN_PROGRESS")).Reason.Should().BeNull();
    }

    [Theory]
    [InlineData("PRE_SCALE_UP", "PRE_SCALE_UP", Stage.Pending)]
    [InlineData("POST_SCALE_UP", "POST_SCALE_UP", Stage.Install)]
    [InlineData("POST_TEST_TRAFFIC_SHIFT", "POST_TEST_TRAFFIC_SHIFT", Stage.TestTraffic)]
    [InlineData("PRODUCTION_TRAFFIC_SHIFT", "PRE_PRODUCTION_TRAFFIC_SHIFT", Stage.ProductionTraffic)]
    [InlineData("POST_PRODUCTION_TRAFFIC_SHIFT", "POST_PRODUCTION_TRAFFIC_SHIFT", Stage.ProductionTraffic)]
    public void From_OurHookAwaitsAction_IsWaitingWithItsId(string lifecycleStage, string hookStage, Stage stage)
    {
        var observation = EcsNativeObservation.From(ServiceDeployments.Of("IN_PROGRESS", lifecycleStage, greenPercent: 10).Waiting(ServiceDeployments.Ours(hookStage)));

        (observation.Status, observation.Stage, observation.Wait).Should().Be((DeploymentStatus.Waiting, stage, "ecs-pause-1"));
        observation.LifecycleEvents[^1].Should().Be(new LifecycleEventState("hook ecs-pause-1", "AWAITING_ACTION", stage));
    }

    [Fact]
    public void From_BeforeTheFirstStep_NoGateIsAsked()
    {
        var deployment = ServiceDeployments.Of("IN_PROGRESS", "PRODUCTION_TRAFFIC_SHIFT").Waiting(ServiceDeployments.Ours("PRE_PRODUCTION_TRAFFIC_SHIFT"));

        EcsNativeObservation.From(deployment).Status.Should().Be(DeploymentStatus.InProgress);
        GateHooks.IsBeforeTheFirstStep(deployment).Should().BeTrue();
        GateHooks.Waiting(deployment).Should().Be("ecs-pause-1");
    }

    [Fact]
    public void From_HookThatIsNotOurs_IsLeftToOthers()
    {
        var ours = ServiceDeployments.Ours("POST_TEST_TRAFFIC_SHIFT");

        GateHooks.Waiting(ServiceDeployments.Of("IN_PROGRESS", "POST_SCALE_UP").Waiting(ours)).Should().BeNull("ours is at another stage");
        GateHooks.Waiting(ServiceDeployments.Of("IN_PROGRESS", "POST_SCALE_UP").Waiting(ours, ServiceDeployments.Foreign("POST_SCALE_UP"))).Should().BeNull();
        GateHooks.Waiting(ServiceDeployments.Of("IN_PROGRESS", "POST_TEST_TRAFFIC_SHIFT").Waiting(ours, ServiceDeployments.Foreign("POST_TEST_TRAFFIC_SHIFT"))).Should().BeNull("nobody can tell which of the two it is");
        GateHooks.Waiting(ServiceDeployments.Of("ROLLBACK_IN_PROGRESS", "POST_TEST_TRAFFIC_SHIFT").Waiting(ours)).Should().BeNull("it cannot be continued any more");
    }
}
