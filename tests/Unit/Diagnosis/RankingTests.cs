using BlueGreen.Ecs.Diagnosis;
using BlueGreen.Ecs.Diagnosis.Evidence;

namespace BlueGreen.Ecs.Tests.Unit.Diagnosis;

/// <summary>What lies deeper stands first.</summary>
public sealed class RankingTests
{
    private const string Unhealthy = $"(service shop) (task 1f) is unhealthy in (target-group {Seen.Group}) due to (reason Request timed out)";

    [Fact]
    public void Explain_CrashAndAlarm_TheCrashStandsFirst()
    {
        var evidence = Seen.Stopped("Essential container in task exited", "EssentialContainerExited", new ContainerSeen("shop", Seen.Image, ExitCode: 1)) with
        {
            ErrorCode = "ALARM_ACTIVE",
            Reason = "Activated alarms: <5xx>",
            Alarms = [new("5xx", "ALARM", null, Seen.Start.AddMinutes(4))],
        };

        Seen.Codes(evidence).Should().Equal("BG903", "BG930");
    }

    [Fact]
    public void Explain_CrashAndTargetWithoutAnswer_TheTargetIsLeftOut()
    {
        var evidence = Seen.Stopped("Essential container in task exited", "EssentialContainerExited", new ContainerSeen("shop", Seen.Image, ExitCode: 1)) with { Live = new("ACTIVE", [Unhealthy]) };

        Seen.Codes(evidence).Should().Equal("BG903");
    }

    [Fact]
    public void Explain_NoRoomAndNoPull_RoomStandsFirst()
    {
        var evidence = Seen.Stopped("CannotPullContainerError: manifest unknown") with { Live = new("ACTIVE", ["(service shop) was unable to place a task. Reason: Capacity is unavailable at this time."]) };

        Seen.Codes(evidence).Should().Equal("BG925", "BG904");
    }

    [Fact]
    public void Explain_StoppedByHandWhileTasksFail_TheTasksStandFirst() =>
        Seen.Codes(Seen.Stopped("CannotPullContainerError: manifest unknown") with { ErrorCode = "MANUAL_STOP" }).Should().Equal("BG904", "BG938");

    [Fact]
    public void Explain_WhatIsOnlyPossible_StandsLast()
    {
        var evidence = Seen.Event(Unhealthy) with { Listeners = [new("arn:aws:elasticloadbalancing:eu-west-1:1:listener/app/a/b/c", ["other"], HasOwn: true)] };

        Seen.Codes(evidence).Should().Equal("BG917", "BG919");
    }

    [Fact]
    public void Excluded_SaysWhatSpeaksForNothing()
    {
        var evidence = Seen.Nothing with { Live = new("ACTIVE", []), Tasks = [], Targets = [], Alarms = [new("5xx", "OK")], Listeners = [new("l", [], HasOwn: true)], Lifecycle = [new("Install", "Failed")], Scalings = [] };

        Exclusions.Of(evidence).Should().Contain("No alarm of the deployment is red.").And.HaveCount(7);
        Exclusions.Of(Seen.Nothing).Should().BeEmpty("what was not looked at is not excluded");
    }

    [Fact]
    public void Excluded_NamesNothingThatIsACause() =>
        Exclusions.Of(Seen.Event(Unhealthy) with { Alarms = [new("5xx", "ALARM")], Tasks = [Seen.Task("x", "TaskFailedToStart")] }).Should().BeEmpty();
}
