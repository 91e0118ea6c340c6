using Amazon.CodeDeploy;
using Amazon.CodeDeploy.Model;
using BlueGreen.Ecs.Engines.CodeDeploy;
using BlueGreen.Ecs.Tests.Unit.Preflight;

namespace BlueGreen.Ecs.Tests.Unit.Engines;

public sealed class CodeDeployObservationTests
{
    private static readonly string[] Events =
        ["BeforeInstall", "Install", "AfterInstall", "AllowTestTraffic", "AfterAllowTestTraffic", "BeforeAllowTraffic", "AllowTraffic", "AfterAllowTraffic"];

    private static readonly DateTime Ended = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    [Theory]
    [InlineData(-1, Stage.Pending)]
    [InlineData(0, Stage.Install)]
    [InlineData(2, Stage.Install)]
    [InlineData(3, Stage.TestTraffic)]
    [InlineData(4, Stage.TestTraffic)]
    [InlineData(5, Stage.ProductionTraffic)]
    [InlineData(7, Stage.ProductionTraffic)]
    [InlineData(8, Stage.Bake)]
    public void From_InProgress_StageIsThatOfTheCurrentEvent(int current, Stage stage)
    {
        var observation = Observe(Info("InProgress"), TargetAt(current));

        (observation.Status, observation.Stage).Should().Be((DeploymentStatus.InProgress, stage));
    }

    [Fact]
    public void From_LifecycleEvents_ArePassedOnWithoutThoseToCome() =>
        Observe(Info("InProgress"), TargetAt(1)).LifecycleEvents.Should().Equal(new NamedValue("BeforeInstall", "Succeeded"), new NamedValue("Install", "InProgress"));

    [Theory]
    [InlineData("Created", DeploymentStatus.InProgress, Stage.Pending)]
    [InlineData("Queued", DeploymentStatus.InProgress, Stage.Pending)]
    [InlineData("Ready", DeploymentStatus.Waiting, Stage.TestTraffic)]
    [InlineData("Succeeded", DeploymentStatus.Succeeded, Stage.Finished)]
    [InlineData("Failed", DeploymentStatus.Failed, Stage.Finished)]
    [InlineData("Stopped", DeploymentStatus.Failed, Stage.Finished)]
    public void From_NoRollBackExpected_StatusIsAwss(string aws, DeploymentStatus status, Stage stage)
    {
        var observation = Observe(Info(aws), target: null);

        (observation.Status, observation.Stage).Should().Be((status, stage));
    }

    [Theory]
    [InlineData("InProgress", DeploymentStatus.InProgress, Stage.RollBack)]
    [InlineData("Succeeded", DeploymentStatus.RolledBack, Stage.Finished)]
    [InlineData("Failed", DeploymentStatus.Failed, Stage.Finished)]
    [InlineData("Stopped", DeploymentStatus.Failed, Stage.Finished)]
    public void From_FailedWithRollBack_StatusIsThatOfTheRollBack(string rollBack, DeploymentStatus status, Stage stage)
    {
        var info = Info("Failed");
        info.RollbackInfo = new() { RollbackDeploymentId = "d-2" };
        info.ErrorInformation = new() { Code = ErrorCode.HEALTH_CONSTRAINTS, Message = "Too few healthy tasks." };

        var observation = Observe(info, target: null, new() { DeploymentId = "d-2", Status = rollBack, ErrorInformation = new() { Message = "No way back." } });

        (observation.Status, observation.Stage, observation.RollBackId).Should().Be((status, stage, "d-2"));
        observation.ErrorCode.Should().Be("HEALTH_CONSTRAINTS");
        observation.Reason.Should().StartWith("Too few healthy tasks.");
        if (status == DeploymentStatus.Failed)
        {
            observation.Reason.Should().Match($"*d-2*{rollBack}*No way back.*");
        }
    }

    [Theory]
    [InlineData(29, DeploymentStatus.InProgress)]
    [InlineData(31, DeploymentStatus.Failed)]
    public void From_FailedAndRollBackDue_WaitsForItAWhile(int secondsAfter, DeploymentStatus status)
    {
        var info = Info("Failed");
        info.AutoRollbackConfiguration = new() { Enabled = true, Events = ["DEPLOYMENT_FAILURE"] };
        info.CompleteTime = Ended;

        CodeDeployObservation.From(new(info, Target: null, RollBack: null, []), new DateTimeOffset(Ended).AddSeconds(secondsAfter)).Status.Should().Be(status);
    }

    [Theory]
    [InlineData("DEPLOYMENT_STOP_ON_REQUEST", Stage.RollBack)]
    [InlineData("DEPLOYMENT_FAILURE", Stage.Pending)]
    public void From_StoppedByRequest_IsARollBackOnlyWhereOneIsPromised(string promised, Stage stage)
    {
        var info = Info("Stopped");
        info.ErrorInformation = new() { Code = "MANUAL_STOP" };
        info.AutoRollbackConfiguration = new() { Enabled = true, Events = [promised] };
        info.CompleteTime = Ended;

        var observation = CodeDeployObservation.From(new(info, Target: null, RollBack: null, []), new DateTimeOffset(Ended).AddSeconds(1));

        (observation.Status, observation.Stage).Should().Be((DeploymentStatus.InProgress, stage));
    }

    [Fact]
    public void From_RollBackThatAwsRefused_IsNotWaitedFor()
    {
        var info = Info("Failed");
        info.AutoRollbackConfiguration = new() { Enabled = true, Events = ["DEPLOYMENT_FAILURE"] };
        info.CompleteTime = Ended;
        info.RollbackInfo = new() { RollbackMessage = "There is no revision to go back to." };

        CodeDeployObservation.From(new(info, Target: null, RollBack: null, []), new DateTimeOffset(Ended).AddSeconds(1)).Status.Should().Be(DeploymentStatus.Failed);
    }

    [Fact]
    public void From_TaskSetsAndRules_GiveTasksAndShares()
    {
        var target = TargetAt(6);
        target.TaskSetsInfo =
        [
            new() { TaskSetLabel = TargetLabel.Blue, DesiredCount = 2, RunningCount = 2, PendingCount = 0, TargetGroup = new() { Name = "blue" } },
            new() { TaskSetLabel = TargetLabel.Green, DesiredCount = 2, RunningCount = 1, PendingCount = 1, TargetGroup = new() { Name = "green" } },
        ];

        var observation = CodeDeployObservation.From(new(Info("InProgress"), target, RollBack: null, [Facts.Forward(("blue", 90), ("green", 10))]), new DateTimeOffset(Ended));

        (observation.BluePercent, observation.GreenPercent).Should().Be((90, 10));
        (observation.BlueTasks, observation.GreenTasks).Should().Be((new TaskCounts(2, 2, 0), new TaskCounts(2, 1, 1)));
    }

    [Fact]
    public void From_BeforeTheTargetIsKnown_AllTrafficIsBlue()
    {
        var observation = CodeDeployObservation.From(new(Info("Created"), Target: null, RollBack: null, [Facts.ForwardTo("blue")]), new DateTimeOffset(Ended));

        (observation.BluePercent, observation.GreenPercent, observation.GreenTasks).Should().Be((100, 0, TaskCounts.None));
    }

    private static Observation Observe(DeploymentInfo info, ECSTarget? target, DeploymentInfo? rollBack = null) =>
        CodeDeployObservation.From(new(info, target, rollBack, []), new DateTimeOffset(Ended));

    private static DeploymentInfo Info(string status) => new() { DeploymentId = "d-1", Status = status, LoadBalancerInfo = Facts.Good.Group.LoadBalancerInfo };

    private static ECSTarget TargetAt(int current) => new()
    {
        LifecycleEvents = [.. Events.Select((name, i) => new LifecycleEvent { LifecycleEventName = name, Status = i < current ? "Succeeded" : i == current ? "InProgress" : "Pending" })],
    };
}
