using Amazon.CodeDeploy.Model;
using Amazon.ECS.Model;
using BlueGreen.Ecs.Engines.CodeDeploy;
using BlueGreen.Ecs.Engines.EcsNative;
using BlueGreen.Ecs.Tests.Unit.Engines.EcsNative;

namespace BlueGreen.Ecs.Tests.Unit.Watching;

/// <summary>What the engines know of when a deployment is due to change.</summary>
public sealed class ScheduleTests
{
    private static readonly DateTime Began = new(2026, 1, 1, 12, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("CodeDeployDefault.ECSCanary10Percent5Minutes", 10, 5)]
    [InlineData("CodeDeployDefault.ECSLinear10PercentEvery3Minutes", 10, 3)]
    [InlineData("CodeDeployDefault.ECSLinear10PercentEvery3Minutes", 40, 12)]
    [InlineData("BlueGreenEcs.Canary25Percent2Minutes", 25, 2)]
    [InlineData("BlueGreenEcs.Linear30PercentEvery2Minutes", 60, 4)]
    public void CodeDeploy_BetweenTwoParts_IsQuietUntilTheNextIsDue(string configuration, double greenPercent, double minutes) =>
        CodeDeploySchedule.QuietUntil(Info(configuration), Shifting, greenPercent).Should().Be(At(minutes));

    [Theory]
    [InlineData("CodeDeployDefault.ECSAllAtOnce", 10)]
    [InlineData("OurOwn.Canary10Percent5Minutes", 10)]
    [InlineData(null, 10)]
    [InlineData("CodeDeployDefault.ECSCanary10Percent5Minutes", 0)]
    [InlineData("CodeDeployDefault.ECSCanary10Percent5Minutes", 100)]
    public void CodeDeploy_TheNextPartIsNotKnown_CanChangeAtAnyMoment(string? configuration, double greenPercent) =>
        CodeDeploySchedule.QuietUntil(Info(configuration), Shifting, greenPercent).Should().BeNull();

    [Fact]
    public void CodeDeploy_TheOldVersionIsKept_IsQuietUntilTheWaitIsOver() =>
        CodeDeploySchedule.QuietUntil(Info("CodeDeployDefault.ECSAllAtOnce"), Target(("AllowTraffic", "Succeeded"), ("AfterAllowTraffic", "Skipped")), 100).Should().Be(At(61));

    [Fact]
    public void CodeDeploy_NotInProgress_IsNotQuiet()
    {
        var info = Info("CodeDeployDefault.ECSCanary10Percent5Minutes");
        info.Status = "Ready";

        CodeDeploySchedule.QuietUntil(info, Shifting, 10).Should().BeNull();
        CodeDeploySchedule.QuietUntil(Info("CodeDeployDefault.ECSCanary10Percent5Minutes"), target: null, 10).Should().BeNull();
    }

    [Theory]
    [InlineData("PRODUCTION_TRAFFIC_SHIFT", 10, 7)]
    [InlineData("BAKE_TIME", 100, 30)]
    public void EcsNative_InAWaitOfItsConfiguration_IsQuietUntilItIsOver(string stage, double greenPercent, double minutes) =>
        EcsNativeObservation.From(Native(stage, greenPercent)).QuietUntil.Should().Be(At(minutes));

    [Theory]
    [InlineData("SCALE_UP", 0)]
    [InlineData("PRODUCTION_TRAFFIC_SHIFT", 0)]
    [InlineData("CLEAN_UP", 100)]
    public void EcsNative_InAnyOtherStage_CanChangeAtAnyMoment(string stage, double greenPercent) =>
        EcsNativeObservation.From(Native(stage, greenPercent)).QuietUntil.Should().BeNull();

    private static ECSTarget Shifting => Target(("BeforeAllowTraffic", "Succeeded"), ("AllowTraffic", "InProgress"), ("AfterAllowTraffic", "Pending"));

    private static DateTimeOffset At(double minutes) => new DateTimeOffset(Began).AddMinutes(minutes);

    private static DeploymentInfo Info(string? configuration) => new()
    {
        Status = "InProgress",
        DeploymentConfigName = configuration,
        BlueGreenDeploymentConfiguration = new() { TerminateBlueInstancesOnDeploymentSuccess = new() { TerminationWaitTimeInMinutes = 60 } },
    };

    private static ECSTarget Target(params (string Name, string Status)[] events) => new()
    {
        LifecycleEvents = [.. events.Select(one => new LifecycleEvent { LifecycleEventName = one.Name, Status = one.Status, StartTime = Began, EndTime = one.Status == "InProgress" ? null : Began.AddMinutes(1) })],
    };

    private static ServiceDeployment Native(string stage, double greenPercent)
    {
        var deployment = ServiceDeployments.Of("IN_PROGRESS", stage, greenPercent);
        deployment.UpdatedAt = Began;
        deployment.DeploymentConfiguration = new() { BakeTimeInMinutes = 30, CanaryConfiguration = new() { CanaryPercent = 10, CanaryBakeTimeInMinutes = 7 } };
        return deployment;
    }
}
