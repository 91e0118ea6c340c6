using BlueGreen.Ecs.Running;

namespace BlueGreen.Ecs.Tests.Unit.Running;

public sealed class ObservationChangesTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly Observation Start = new() { Status = DeploymentStatus.InProgress, Stage = Stage.Install, LifecycleEvents = [new("Install", "InProgress", Stage.Install)] };

    [Fact]
    public void Between_TheSame_IsNothing() => ObservationChanges.Between(Start, Start, Now).Should().BeEmpty();

    [Fact]
    public void Between_NothingAndTheFirst_TellsWhatHasHappened() =>
        Messages(null, Start).Should().Equal("Install began", "the new version starts");

    [Fact]
    public void Between_EverythingChanged_IsToldInOrder()
    {
        var now = Start with
        {
            Stage = Stage.ProductionTraffic,
            LifecycleEvents = [new("Install", "Succeeded", Stage.Install), new("AllowTraffic", "InProgress", Stage.ProductionTraffic)],
            BluePercent = 90,
            GreenPercent = 10,
            GreenTasks = new(2, 2, 0),
        };

        Messages(Start, now).Should().Equal("Install succeeded", "AllowTraffic began", "production traffic: blue 90 %, green 10 %", "tasks: blue 0/0, green 2/2", "production traffic moves");
    }

    [Fact]
    public void Between_AnyEvent_CarriesTheState()
    {
        var now = Start with { Stage = Stage.Bake, BluePercent = 0, GreenPercent = 100, GreenTasks = new(2, 2, 0) };

        ObservationChanges.Between(Start, now, Now).Should().OnlyContain(e => e.Time == Now && e.Stage == Stage.Bake && e.GreenPercent == 100 && e.BluePercent == 0 && e.GreenTasks == now.GreenTasks);
    }

    [Fact]
    public void Between_Failure_TellsCodeReasonRollBackAndEnd() =>
        Messages(Start, Start with { Status = DeploymentStatus.RolledBack, Stage = Stage.Finished, ErrorCode = "ALARM_ACTIVE", Reason = "An alarm.", RollBackId = "d-2" })
            .Should().Equal("ALARM_ACTIVE: An alarm.", "rolling back by d-2", "rolled back: the old version has all the traffic");

    [Theory]
    [InlineData(DeploymentStatus.Waiting, "waiting to be continued")]
    [InlineData(DeploymentStatus.Succeeded, "deployed")]
    [InlineData(DeploymentStatus.Failed, "failed, and was not rolled back")]
    public void Between_AnotherStatus_IsTold(DeploymentStatus status, string message) => Messages(Start, Start with { Status = status }).Should().Equal(message);

    [Fact]
    public void Between_AnEngineThatRepeatsAnEvent_GoesOn() =>
        Messages(Start with { LifecycleEvents = [new("Hook", "InProgress", Stage.Install), new("Hook", "Succeeded", Stage.Install)] }, Start with { LifecycleEvents = [new("Hook", "InProgress", Stage.Install), new("Hook", "Succeeded", Stage.Install), new("Hook", "Failed", Stage.Install)] })
            .Should().Equal("Hook failed");

    private static IEnumerable<string> Messages(Observation? before, Observation now) => ObservationChanges.Between(before, now, Now).Select(e => e.Message);
}
