namespace BlueGreen.Ecs.Tests.Unit.Deploying;

public sealed class SuccessTests
{
    [Fact]
    public async Task Deploy_Canary_ShiftsInTwoStepsAndSucceeds()
    {
        await using var bench = await TestBench.CreateAsync();

        var (result, events) = await bench.RunAsync(TestBench.Deploy());

        result.Outcome.Should().Be(DeploymentOutcome.Succeeded);
        result.EnsureSucceeded().Should().BeSameAs(result);
        result.TaskDefinitionArn.Should().EndWith("task-definition/ecs-admin-test:2");
        events.Select(e => e.GreenPercent).Distinct().Should().Equal(0, 10, 100);
        bench.Ask(20).Should().ContainKey("v2").And.HaveCount(1);
    }

    [Fact]
    public async Task Deploy_WithTestListener_TellsLifecycleEventsInAwsOrder()
    {
        await using var bench = await TestBench.CreateAsync();

        var (_, events) = await bench.RunAsync(TestBench.Deploy());

        events.Where(e => e.Message.EndsWith(" succeeded", StringComparison.Ordinal)).Select(e => e.LifecycleEvent).Should().Equal(
            "BeforeInstall", "Install", "AfterInstall", "AllowTestTraffic", "AfterAllowTestTraffic", "BeforeAllowTraffic", "AllowTraffic", "AfterAllowTraffic");
    }

    [Fact]
    public async Task Deploy_StagesInOrder_AndTimesGrow()
    {
        await using var bench = await TestBench.CreateAsync();

        var (result, events) = await bench.RunAsync(TestBench.Deploy());

        events.Select(e => e.Stage).Should().BeInAscendingOrder();
        events.Select(e => e.Time).Should().BeInAscendingOrder();
        result.Duration.Should().BeGreaterThan(TimeSpan.FromMinutes(10)).And.BeLessThan(TimeSpan.FromMinutes(13), "5 minutes of canary and 5 of termination wait");
    }

    public static TheoryData<string> Names() => [.. TrafficShift.Predefined.Select(shift => shift.ToString())];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Deploy_EveryPredefinedShift_ShowsItsSteps(string name)
    {
        await using var bench = await TestBench.CreateAsync();
        var shift = TrafficShift.FindPredefined(name)!;

        var (result, events) = await bench.RunAsync(TestBench.Deploy().Shift(shift));

        result.Outcome.Should().Be(DeploymentOutcome.Succeeded);
        events.Select(e => e.GreenPercent).Distinct().Should().Equal(shift.Steps.Select(step => step.GreenPercent).Prepend(0));
    }

    [Fact]
    public async Task Deploy_OwnShift_CreatesItsConfigurationOnceAndUsesItAgain()
    {
        await using var bench = await TestBench.CreateAsync();
        var shift = TrafficShift.Linear(25, TimeSpan.FromMinutes(2));

        var (first, events) = await bench.RunAsync(TestBench.Deploy("v2").Shift(shift));
        var (second, _) = await bench.RunAsync(TestBench.Deploy("v1").Shift(shift));

        first.Outcome.Should().Be(DeploymentOutcome.Succeeded);
        second.Outcome.Should().Be(DeploymentOutcome.Succeeded);
        events.Select(e => e.GreenPercent).Distinct().Should().Equal(0, 25, 50, 75, 100);
        var config = await bench.CodeDeploy.GetDeploymentConfigAsync(new() { DeploymentConfigName = "BlueGreenEcs.Linear25PercentEvery2Minutes" }, TestContext.Current.CancellationToken);
        config.DeploymentConfigInfo.TrafficRoutingConfig.TimeBasedLinear.LinearInterval.Should().Be(2);
    }

    [Fact]
    public async Task Deploy_SameContentAgain_RegistersNothing()
    {
        await using var bench = await TestBench.CreateAsync();
        await bench.RunAsync(TestBench.Deploy());
        var before = await bench.CountRevisionsAsync();

        var plan = await bench.Deployer.PlanAsync(TestBench.Deploy().Build(), TestContext.Current.CancellationToken);
        var (result, _) = await bench.RunAsync(TestBench.Deploy());

        plan.EqualRevisionArn.Should().Be(result.TaskDefinitionArn);
        result.Outcome.Should().Be(DeploymentOutcome.Succeeded);
        (await bench.CountRevisionsAsync()).Should().Be(before);
    }

    [Fact]
    public async Task Deploy_ChangeToTheOneThatRuns_NeedsNeitherFile()
    {
        await using var bench = await TestBench.CreateAsync();

        var (result, _) = await bench.RunAsync(Deployment.For(TestBench.Service).WithTaskDef(running => running with
        {
            ContainerDefinitions = running.ContainerDefinitions.Select(container => container with { Image = TestBench.Image + "v2" }).ToEquatableArray(),
        }));

        result.Outcome.Should().Be(DeploymentOutcome.Succeeded);
        bench.Ask(5).Should().ContainKey("v2").And.HaveCount(1);
    }

    [Fact]
    public async Task Plan_OnlyReads_AndSaysWhatWillHappen()
    {
        await using var bench = await TestBench.CreateAsync();
        var calls = bench.Simulator.History.Count;

        var plan = await bench.Deployer.PlanAsync(TestBench.Deploy().Build(), TestContext.Current.CancellationToken);

        plan.CanStart.Should().BeTrue();
        plan.Findings.Should().BeEmpty();
        plan.EqualRevisionArn.Should().BeNull();
        plan.Steps.Select(step => step.GreenPercent).Should().ContainInOrder(0, 10, 100);
        plan.Deadline.Should().Be(TimeSpan.FromMinutes(60 + 5 + 5 + 10));
        bench.Simulator.History.Skip(calls).Select(e => e.Subject).Should().OnlyContain(call => call.Contains("Describe", StringComparison.Ordinal) || call.Contains("Get", StringComparison.Ordinal) || call.Contains("List", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_EventsAndAttach_SeeTheSameEnd()
    {
        await using var bench = await TestBench.CreateAsync();
        await using var run = await bench.Deployer.StartAsync(TestBench.Deploy().Build(), TestContext.Current.CancellationToken);
        bench.Clock.Advance(TimeSpan.FromMinutes(2));

        await using var attached = await bench.Deployer.AttachAsync(TestBench.Service, TestContext.Current.CancellationToken);
        await using var resumed = await bench.Deployer.ResumeAsync(ResumeToken.Parse(run.ResumeToken.ToString()), cancellationToken: TestContext.Current.CancellationToken);
        var results = await bench.Clock.DriveAsync(Task.WhenAll(run.Completion, attached.Completion, resumed.Completion));

        attached.ResumeToken.Should().Be(run.ResumeToken);
        attached.Plan.Should().BeNull();
        results.Should().OnlyContain(result => result.Outcome == DeploymentOutcome.Succeeded && result.TaskDefinitionArn == results[0].TaskDefinitionArn);
    }
}
