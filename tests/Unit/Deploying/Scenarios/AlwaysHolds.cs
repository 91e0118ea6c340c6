namespace BlueGreen.Ecs.Tests.Unit.Deploying.Scenarios;

/// <summary>What must hold after every scenario, with every engine.</summary>
internal static class AlwaysHolds
{
    // What AWS still does when a deployment has ended: tasks that stop, targets that drain.
    public static TimeSpan Settling { get; } = TimeSpan.FromMinutes(6);

    public static async Task CheckAsync(Scene scene, Expectation expected)
    {
        await scene.PassAsync(Settling);
        var bench = scene.Bench;
        if (expected.Serving is { } version)
        {
            bench.Ask().Keys.Should().Equal([version], "production traffic is on one version");
        }

        if (!expected.MayFailRequests)
        {
            bench.Traffic!.Counts.Failed.Should().Be(0, $"no production request fails ({bench.Traffic.Counts})");
        }

        (await bench.Service.CountAsync(bench)).Should().Be(expected.Deployments, "that many deployments were started");
        if (!expected.LeavesThingsBehind)
        {
            await CheckLeftOversAsync(scene);
        }

        foreach (var ending in scene.Endings)
        {
            CheckEvents(ending, expected);
            CheckResult(ending);
        }
    }

    private static async Task CheckLeftOversAsync(Scene scene)
    {
        var bench = scene.Bench;
        (await bench.Service.LeftOversAsync(bench)).Should().BeEmpty("nothing is left over");
        (await bench.RevisionsAsync()).Except(await bench.Service.DeployedRevisionsAsync(bench), StringComparer.Ordinal).Should().BeEmpty("no revision stays that was never deployed");
    }

    private static void CheckEvents(Ending ending, Expectation expected)
    {
        var events = ending.Events;
        events.Select(one => one.Time).Should().BeInAscendingOrder();
        events.Select(one => one.Stage).Should().BeInAscendingOrder($"a deployment does not go back to an earlier stage:\n{string.Join('\n', events)}");
        if (expected.Weights.Count == 0 && ending is { Shift: { } shift, Result.Outcome: DeploymentOutcome.Succeeded })
        {
            Weights(events).Should().Equal([0, .. shift.Steps.Select(step => step.GreenPercent)], "the traffic moves as planned");
        }
    }

    // A success needs no reason; anything else has one.
    private static void CheckResult(Ending ending)
    {
        var result = ending.Result;
        if (result.Outcome == DeploymentOutcome.Succeeded)
        {
            (result.Reason, result.ErrorCode, result.Findings.Count, result.Last.GreenPercent).Should().Be((null, null, 0, 100));
        }
        else
        {
            result.Reason.Should().NotBeNullOrWhiteSpace();
            result.Last.GreenPercent.Should().Be(result.Outcome == DeploymentOutcome.RolledBack ? 0 : result.Last.GreenPercent);
        }
    }

    /// <summary>The new version's percents, one after the other.</summary>
    public static IReadOnlyList<double> Weights(IReadOnlyList<DeploymentEvent> events)
    {
        var weights = new List<double>();
        foreach (var percent in events.Select(one => one.GreenPercent))
        {
            if (weights.Count == 0 || weights[^1] != percent)
            {
                weights.Add(percent);
            }
        }

        return weights;
    }
}
