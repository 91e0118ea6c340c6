using Amazon.ECS;

namespace BlueGreen.Ecs.Tests.Unit.Deploying.EcsNative;

public sealed class GateTests
{
    public static TheoryData<Stage, string> StagesAndShifts()
    {
        var data = new TheoryData<Stage, string>();
        foreach (var stage in new[] { Stage.Pending, Stage.Install, Stage.TestTraffic, Stage.ProductionTraffic })
        {
            data.Add(stage, nameof(TrafficShift.AllAtOnce));
            data.Add(stage, nameof(TrafficShift.Canary10Percent5Minutes));
            data.Add(stage, nameof(TrafficShift.Linear10PercentEvery1Minutes));
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(StagesAndShifts))]
    public async Task Gate_SaysContinue_TheDeploymentGoesOn(Stage stage, string name)
    {
        await using var bench = await NativeService.CreateAsync();
        var shift = TrafficShift.FindPredefined(name)!;
        var asked = new List<Observation>();

        var (result, events) = await bench.RunAsync(bench.Service.Deploy().Shift(shift).Gate(stage, (context, _) =>
        {
            asked.Add(context.Observation);
            return Task.FromResult(GateVerdict.Continue);
        }));

        result.EnsureSucceeded();
        asked.Select(seen => seen.GreenPercent).Should().Equal(stage == Stage.ProductionTraffic ? shift.Steps.Select(step => step.GreenPercent) : [0.0], "production traffic is judged behind every step");
        asked.Should().OnlyContain(seen => seen.Stage == stage && seen.Status == DeploymentStatus.Waiting);
        asked.Select(seen => seen.Wait).Should().OnlyHaveUniqueItems().And.OnlyContain(wait => wait!.StartsWith("ecs-pause-", StringComparison.Ordinal));
        events.Select(e => e.Stage).Should().BeInAscendingOrder();
        bench.Ask().Should().ContainKey("v2").And.HaveCount(1);
    }

    [Theory]
    [MemberData(nameof(StagesAndShifts))]
    public async Task Gate_SaysRollBack_TheOldVersionKeepsAllTraffic(Stage stage, string name)
    {
        await using var bench = await NativeService.CreateAsync();
        var asked = 0;

        var (result, events) = await bench.RunAsync(bench.Service.Deploy().Shift(TrafficShift.FindPredefined(name)!).Gate(stage, (_, _) =>
        {
            asked++;
            return Task.FromResult(GateVerdict.RollBack("the smoke test failed"));
        }));

        result.Outcome.Should().Be(DeploymentOutcome.RolledBack);
        result.Reason.Should().Be("the smoke test failed");
        result.Last.GreenPercent.Should().Be(0);
        asked.Should().Be(1);
        events.Max(e => e.GreenPercent).Should().Be(stage == Stage.ProductionTraffic ? TrafficShift.FindPredefined(name)!.Steps[0].GreenPercent : 0);
        bench.Ask().Should().ContainKey("v1").And.HaveCount(1);
    }

    [Fact]
    public async Task Gate_AtTestTraffic_MeetsTheNewVersionOnTheTestListenerAndTheOldOneElsewhere()
    {
        await using var bench = await NativeService.CreateAsync();
        IReadOnlyDictionary<string, int>? test = null;

        await bench.RunAsync(bench.Service.Deploy().Gate(Stage.TestTraffic, (_, _) =>
        {
            test = bench.Ask(listener: bench.Service.TestListenerArn);
            bench.Ask().Should().ContainKey("v1").And.HaveCount(1);
            return Task.FromResult(GateVerdict.Continue);
        }));

        test.Should().ContainKey("v2").And.HaveCount(1);
    }

    [Fact]
    public async Task Gate_Throws_RollsBackWithTheMessage()
    {
        await using var bench = await NativeService.CreateAsync();

        var (result, _) = await bench.RunAsync(bench.Service.Deploy().Gate(Stage.TestTraffic, (_, _) => throw new InvalidOperationException("no answer")));

        result.Outcome.Should().Be(DeploymentOutcome.RolledBack);
        result.Reason.Should().Contain("no answer");
    }

    [Fact]
    public async Task Gate_NeverAnswers_EcsRollsBackAfterADay()
    {
        await using var bench = await NativeService.CreateAsync();

        var (result, events) = await bench.RunAsync(bench.Service.Deploy().Gate(Stage.TestTraffic, async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, bench.Clock, cancellationToken);
            return GateVerdict.Continue;
        }));

        result.Outcome.Should().Be(DeploymentOutcome.RolledBack);
        result.Reason.Should().Contain("timed out");
        (events[^1].Time - events[0].Time).Should().BeCloseTo(TimeSpan.FromDays(1), TimeSpan.FromMinutes(10));
    }

    [Fact]
    public async Task Gate_SeveralStages_AreAskedInTheirOrder()
    {
        await using var bench = await NativeService.CreateAsync();
        var asked = new List<string>();
        Func<GateContext, CancellationToken, Task<GateVerdict>> Note(string name) => (context, _) =>
        {
            asked.Add(FormattableString.Invariant($"{name} {context.Observation.GreenPercent}"));
            return Task.FromResult(GateVerdict.Continue);
        };

        var (result, _) = await bench.RunAsync(bench.Service.Deploy()
            .Gate(Stage.ProductionTraffic, Note("traffic"))
            .Gate(Stage.TestTraffic, Note("first"))
            .Gate(Stage.TestTraffic, Note("second"))
            .Gate(Stage.Install, Note("install")));

        result.EnsureSucceeded();
        asked.Should().Equal("install 0", "first 0", "second 0", "traffic 10", "traffic 100");
    }

    [Fact]
    public async Task Hooks_OfThisLibrary_AreRemovedByTheNextDeploymentAndThoseOfOthersStay()
    {
        await using var bench = await NativeService.CreateAsync(configuration => configuration.LifecycleHooks =
            [new() { TargetType = DeploymentLifecycleHookTargetType.PAUSE, LifecycleStages = ["PRE_SCALE_UP"], TimeoutConfiguration = new() { TimeoutInMinutes = 1, Action = DeploymentLifecycleHookAction.CONTINUE } }]);
        var service = (NativeService)bench.Service;

        await bench.RunAsync(service.Deploy().Gate(Stage.TestTraffic, (_, _) => Task.FromResult(GateVerdict.Continue)));
        var during = (await service.DescribeAsync(bench)).DeploymentConfiguration.LifecycleHooks;
        var (result, _) = await bench.RunAsync(service.Deploy("v1"));
        var after = (await service.DescribeAsync(bench)).DeploymentConfiguration.LifecycleHooks;

        result.EnsureSucceeded();
        during.SelectMany(hook => hook.LifecycleStages).Should().Equal("PRE_SCALE_UP", "POST_TEST_TRAFFIC_SHIFT");
        after.SelectMany(hook => hook.LifecycleStages).Should().Equal("PRE_SCALE_UP");
    }

    [Fact]
    public async Task Hook_OfSomebodyElse_IsLeftToThem()
    {
        await using var bench = await NativeService.CreateAsync(configuration => configuration.LifecycleHooks =
            [new() { TargetType = DeploymentLifecycleHookTargetType.PAUSE, LifecycleStages = ["POST_SCALE_UP"], TimeoutConfiguration = new() { TimeoutInMinutes = 30, Action = DeploymentLifecycleHookAction.CONTINUE } }]);
        var asked = 0;

        var (result, events) = await bench.RunAsync(bench.Service.Deploy().Gate(Stage.TestTraffic, (_, _) =>
        {
            asked++;
            return Task.FromResult(GateVerdict.Continue);
        }));

        result.EnsureSucceeded();
        asked.Should().Be(1);
        bench.Calls("ContinueServiceDeployment").Should().Be(1);
        result.Duration.Should().BeGreaterThan(TimeSpan.FromMinutes(30));
        events.Should().Contain(e => e.Message.StartsWith("hook ecs-pause-", StringComparison.Ordinal) && e.Stage == Stage.Install);
    }
}
