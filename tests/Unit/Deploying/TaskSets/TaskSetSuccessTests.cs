namespace BlueGreen.Ecs.Tests.Unit.Deploying.TaskSets;

public sealed class TaskSetSuccessTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Shifts() => ["AllAtOnce", "Canary", "Linear", "Steps"];

    [Theory]
    [MemberData(nameof(Shifts))]
    public async Task Deploy_EveryKindOfShift_ShowsItsStepsAndFailsNoRequest(string kind)
    {
        await using var bench = await ExternalBench.CreateAsync();
        var shift = kind switch
        {
            "AllAtOnce" => TrafficShift.AllAtOnce,
            "Canary" => TrafficShift.Canary10Percent5Minutes,
            "Linear" => TrafficShift.Linear(25, TimeSpan.FromMinutes(2)),
            _ => TrafficShift.InSteps(TimeSpan.FromMinutes(3), 1, 5, 25, 100),
        };

        var (result, events) = await bench.RunAsync(ExternalBench.Deploy().Shift(shift).Bake(TimeSpan.FromMinutes(5)));

        result.Outcome.Should().Be(DeploymentOutcome.Succeeded, result.Reason);
        events.Select(e => e.GreenPercent).Distinct().Should().Equal(shift.Steps.Select(step => step.GreenPercent).Prepend(0));
        events.Select(e => e.Stage).Should().BeInAscendingOrder();
        result.Duration.Should().BeGreaterThan(shift.Duration + TimeSpan.FromMinutes(5)).And.BeLessThan(shift.Duration + TimeSpan.FromMinutes(12));
        await bench.EndedAsync(DeploymentOutcome.Succeeded);
    }

    [Fact]
    public async Task Deploy_ByARuleOfItsOwn_LeavesTheDefaultRule()
    {
        await using var bench = await ExternalBench.CreateAsync(hasTestListener: false, hasRule: true);

        var (result, _) = await bench.RunAsync(ExternalBench.Deploy());

        result.Outcome.Should().Be(DeploymentOutcome.Succeeded, result.Reason);
        await bench.EndedAsync(DeploymentOutcome.Succeeded);
        var rules = await bench.Balancing.DescribeRulesAsync(new() { ListenerArn = bench.Listener }, Token);
        rules.Rules.Single(rule => rule.IsDefault is true).Actions.Should().ContainSingle().Which.Type.Value.Should().Be("fixed-response");
    }

    [Fact]
    public async Task Deploy_TwiceAndBack_TheGroupsTakeTurnsAndTheTestListenerFollows()
    {
        await using var bench = await ExternalBench.CreateAsync();

        var (first, _) = await bench.RunAsync(ExternalBench.Deploy().Shift(TrafficShift.AllAtOnce));
        await bench.EndedAsync(DeploymentOutcome.Succeeded);
        var plan = await bench.Deployer.PlanAsync(ExternalBench.Deploy().WithTaskDef(running => running with { Cpu = "512", Memory = "1024" }).Build(), Token);
        var (second, _) = await bench.RunAsync(ExternalBench.Deploy().WithTaskDef(running => running with { Cpu = "512", Memory = "1024" }).Shift(TrafficShift.AllAtOnce));

        first.Outcome.Should().Be(DeploymentOutcome.Succeeded);
        plan.Findings.Should().BeEmpty();
        plan.Steps.Should().Contain(step => step.Stage == Stage.TestTraffic);
        second.Outcome.Should().Be(DeploymentOutcome.Succeeded, second.Reason);
        (await bench.WeightsAsync()).Green.Should().Be(0);
        bench.Traffic.Counts.Failed.Should().Be(0);
        var test = (await bench.Balancing.DescribeListenersAsync(new() { ListenerArns = [bench.TestListener!] }, Token)).Listeners[0];
        test.DefaultActions[0].ForwardConfig.TargetGroups.Should().ContainSingle().Which.TargetGroupArn.Should().Be(bench.Green);
    }

    [Fact]
    public async Task Deploy_ScaleWithTraffic_HasNoMoreNewTasksThanItsShare()
    {
        await using var bench = await ExternalBench.CreateAsync(desiredCount: 10);

        var (result, events) = await bench.RunAsync(ExternalBench.Deploy().Shift(TrafficShift.InSteps(TimeSpan.FromMinutes(5), 10, 50, 100)).ScaleWithTraffic());

        result.Outcome.Should().Be(DeploymentOutcome.Succeeded, result.Reason);
        events.Select(e => e.GreenTasks.Desired).Distinct().Should().Equal(1, 5, 10);
        events.Where(e => e.Stage == Stage.ProductionTraffic).Should().OnlyContain(e => e.GreenTasks.Running * 10 >= e.GreenPercent);
        await bench.EndedAsync(DeploymentOutcome.Succeeded);
    }

    [Fact]
    public async Task Plan_OnlyReads_AndSaysTheWeights()
    {
        await using var bench = await ExternalBench.CreateAsync();
        var calls = bench.Simulator.History.Count;

        var plan = await bench.Deployer.PlanAsync(ExternalBench.Deploy().Shift(TrafficShift.InSteps(TimeSpan.FromMinutes(1), 0.5, 100)).Build(), Token);

        plan.Engine.Should().Be("TaskSets");
        plan.CanStart.Should().BeTrue();
        plan.Findings.Should().BeEmpty();
        plan.Steps.Should().Contain(step => step.What.Contains("weights 199 and 1", StringComparison.Ordinal));
        plan.EqualRevisionArn.Should().BeNull();
        bench.Simulator.History.Skip(calls).Select(e => e.Subject).Should().OnlyContain(call => call.Contains("Describe", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Deploy_SameContentAgain_RegistersNothing()
    {
        await using var bench = await ExternalBench.CreateAsync();
        await bench.RunAsync(ExternalBench.Deploy().Shift(TrafficShift.AllAtOnce));

        var (result, _) = await bench.RunAsync(ExternalBench.Deploy().Shift(TrafficShift.AllAtOnce));

        result.Outcome.Should().Be(DeploymentOutcome.Succeeded);
        (await bench.CountRevisionsAsync()).Should().Be(2);
    }

    [Fact]
    public async Task Resume_AfterTheEnd_StillSaysSucceeded()
    {
        await using var bench = await ExternalBench.CreateAsync();
        await using var run = await bench.Deployer.StartAsync(ExternalBench.Deploy().Build(), Token);
        await bench.Clock.DriveAsync(run.Completion);

        await using var again = await bench.CreateDeployer().ResumeAsync(ResumeToken.Parse(run.ResumeToken.ToString()), cancellationToken: Token);
        var result = await bench.Clock.DriveAsync(again.Completion);

        (result.Outcome, result.TaskDefinitionArn).Should().Be((DeploymentOutcome.Succeeded, (await run.Completion).TaskDefinitionArn));
        await bench.Deployer.Awaiting(d => d.AttachAsync(ExternalBench.Service, Token)).Should().ThrowAsync<NoDeploymentInProgressException>();
    }

    [Fact]
    public async Task TwoWatchers_OfOneDeployment_DoNoHarm()
    {
        await using var bench = await ExternalBench.CreateAsync();
        await using var run = await bench.Deployer.StartAsync(ExternalBench.Deploy().Build(), Token);
        bench.Clock.Advance(TimeSpan.FromSeconds(3));

        await using var other = await bench.CreateDeployer().AttachAsync(ExternalBench.Service, Token);
        var results = await bench.Clock.DriveAsync(Task.WhenAll(run.Completion, other.Completion));

        other.ResumeToken.Should().Be(run.ResumeToken);
        results.Should().OnlyContain(result => result.Outcome == DeploymentOutcome.Succeeded);
        await bench.EndedAsync(DeploymentOutcome.Succeeded);
    }
}
