using FluentAssertions.Execution;

namespace BlueGreen.Ecs.Tests.Unit.Deploying.Scenarios;

/// <summary>Plays a scenario with an engine, and holds its end against what is expected.</summary>
internal static class ScenarioPlayer
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task PlayAsync(Scenario scenario, Engine engine)
    {
        await using var scene = await Scene.CreateAsync(scenario, engine);
        using var scope = new AssertionScope($"{scenario.Name} with {engine}");
        if (scenario.NotPossible.TryGetValue(engine, out var told))
        {
            await CheckNotPossibleAsync(scenario, scene, told);
            return;
        }

        var expected = scenario.ExpectedOn(engine);
        var thrown = await Record.ExceptionAsync(() => scenario.Play(scene));
        scene.Simulator.Faults.Clear();
        CheckThrown(expected, thrown);
        if (expected.Outcome is { } outcome)
        {
            CheckLast(expected, outcome, scene.Endings);
        }

        await AlwaysHolds.CheckAsync(scene, expected);
    }

    private static void CheckThrown(Expectation expected, Exception? thrown)
    {
        if (expected.Exception is null)
        {
            thrown.Should().BeNull();
            return;
        }

        thrown.Should().NotBeNull();
        thrown?.GetType().Should().Be(expected.Exception, thrown.ToString());
        if (expected.Refusal is { } code && thrown is PreflightException refused)
        {
            refused.Plan.Findings.Where(finding => finding.Severity == FindingSeverity.Error).Select(finding => finding.Code).Should().Contain(code);
            refused.Message.Should().Contain(code);
        }
    }

    private static void CheckLast(Expectation expected, DeploymentOutcome outcome, IReadOnlyList<Ending> endings)
    {
        endings.Should().NotBeEmpty();
        if (endings.Count == 0)
        {
            return;
        }

        var (result, events, _) = endings[^1];
        var story = $"of this reason: {result.Reason}; {string.Join("; ", result.Findings)}\n{string.Join('\n', events)}";
        result.Outcome.Should().Be(outcome, story);
        if (expected.Reason is { } reason)
        {
            result.Reason.Should().Contain(reason);
        }

        result.Findings.Select(finding => finding.Code).FirstOrDefault().Should().Be(expected.Cause, story);
        if (expected.Reached is { } reached && events.Count > 0)
        {
            events.Select(one => one.Stage).Where(stage => stage < Stage.RollBack).Max().Should().Be(reached, story);
        }

        if (expected.Weights.Count > 0)
        {
            AlwaysHolds.Weights(events).Should().Equal(expected.Weights, story);
        }
    }

    // A plan with a warning could be carried out, without what the scenario is about.
    private static async Task CheckNotPossibleAsync(Scenario scenario, Scene scene, string told)
    {
        if (told.StartsWith("BG", StringComparison.Ordinal))
        {
            var plan = await scene.Deployer.PlanAsync(scenario.Deployment(scene).Build(), Token);
            plan.Findings.Select(finding => finding.Code).Should().Contain(told);
            var starting = () => scene.Deployer.ExecuteAsync(plan, cancellationToken: Token);
            if (!plan.CanStart)
            {
                await starting.Should().ThrowAsync<PreflightException>().WithMessage($"*{told}*");
            }
        }
        else
        {
            var thrown = await Record.ExceptionAsync(() => scenario.Play(scene));
            thrown?.GetType().Name.Should().Be(told);
        }

        await scene.PassAsync(AlwaysHolds.Settling);
        (await scene.Service.LeftOversAsync(scene.Bench)).Should().BeEmpty();
    }
}
