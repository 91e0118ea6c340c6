using BlueGreen.Ecs.Pipelines;

namespace BlueGreen.Ecs.Tests.Unit.Pipelines;

/// <summary>Two looks become events; when an execution is over.</summary>
public sealed class PipelineChangesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Budget = TimeSpan.FromMinutes(5);

    [Fact]
    public void Between_NothingChanged_TellsNothing()
    {
        var seen = Seen("InProgress", Action("Build", "InProgress"));

        PipelineChanges.Between(seen, seen, Noon, []).Should().BeEmpty();
    }

    [Fact]
    public void Between_BeganAndEndedBetweenTwoLooks_TellsBothInTheOrderOfAws()
    {
        var now = Seen("InProgress", Action("Lint", "Succeeded", began: 0, changed: 40), Action("Build", "Failed", began: 5, changed: 20) with { Error = "JobFailed: no" });

        PipelineChanges.Between(null, now, Noon, []).Select(one => one.Message).Should().Equal("started", "Lint began", "Build began", "Build failed: JobFailed: no", "Lint succeeded");
    }

    [Fact]
    public void Between_ActionEndsWithItsDeployment_TellsTheDeploymentFirst()
    {
        var before = Seen("InProgress", Action("Deploy", "InProgress"));
        var deployed = new PipelineEvent { Time = Noon, Stage = "S", Action = "Deploy", Status = "InProgress", Message = "deployed", Deployment = new() { Time = Noon, Stage = Stage.Finished, Message = "deployed" } };

        PipelineChanges.Between(before, Seen("Succeeded", Action("Deploy", "Succeeded")), Noon, [deployed]).Select(one => one.Message)
            .Should().Equal("deployed", "Deploy succeeded", "succeeded");
    }

    [Fact]
    public void Between_SecondTry_BeginsAgain()
    {
        var before = Seen("Failed", Action("Build", "Failed"));
        var now = Seen("InProgress", Action("Build", "Failed"), Action("Build", "InProgress", began: 90) with { Id = "second", ExternalId = "web:2" });

        PipelineChanges.Between(before, now, Noon, []).Select(one => one.Message).Should().Equal("goes on", "Build began again as web:2");
    }

    [Theory]
    [InlineData("InProgress", "InProgress", false, 1000, false)]
    [InlineData("SomethingNew", "Succeeded", false, 1000, false)]
    [InlineData("Succeeded", "Succeeded", false, 0, true)]
    [InlineData("Succeeded", "InProgress", false, 0, false)]
    [InlineData("Succeeded", "InProgress", false, 30, true)]
    [InlineData("Failed", "Failed", true, 30, false)]
    [InlineData("Failed", "Failed", true, 300, true)]
    public void IsReached_WaitsForWhatFits_ButNotForEver(string status, string action, bool isDeploying, int seconds, bool isReached) =>
        PipelineEnd.IsReached(null, Seen(status, Action("Build", action)), isDeploying, TimeSpan.FromSeconds(seconds), Budget).Should().Be(isReached);

    [Fact]
    public void IsReached_TriedAgainAndStillShownAsBefore_WaitsAMoment()
    {
        var before = Seen("Failed", Action("Build", "Failed"));

        PipelineEnd.IsReached(before, Seen("Failed", Action("Build", "Failed")), false, TimeSpan.Zero, Budget).Should().BeFalse();
        PipelineEnd.IsReached(before, Seen("Failed", Action("Build", "Failed") with { Id = "second" }), false, TimeSpan.Zero, Budget).Should().BeTrue();
    }

    [Fact]
    public void StageToRetry_IsWhereItFailedLast() =>
        PipelineEnd.StageToRetry(Seen("Failed", Action("Test", "Failed") with { Stage = "Test" }, Action("Test", "Succeeded") with { Stage = "Test" }, Action("Deploy", "Failed") with { Stage = "Deploy" }))
            .Should().Be("Deploy");

    [Fact]
    public void ToString_OfADeploymentsEvent_HasPlaceAndWeights() => new PipelineEvent
    {
        Time = Noon,
        Stage = "Deploy",
        Action = "Go",
        Status = "InProgress",
        Message = "production traffic",
        Deployment = new() { Time = Noon, Stage = Stage.ProductionTraffic, Message = "production traffic", BluePercent = 90, GreenPercent = 10 },
    }.ToString().Should().StartWith("12:00:00 Deploy/Go").And.Contain("blue  90 %").And.Contain("green  10 %").And.EndWith("production traffic");

    private static PipelineSnapshot Seen(string status, params ActionSeen[] actions) => new() { Status = status, Actions = [.. actions] };

    private static ActionSeen Action(string name, string status, int began = 0, int changed = 10) =>
        new() { Id = name, Stage = "S", Action = name, Status = status, StartedAt = Noon.AddSeconds(began), UpdatedAt = Noon.AddSeconds(changed) };
}
