namespace BlueGreen.Ecs.Tests.Unit.Deploying.EcsNative;

public sealed class SuccessTests
{
    public static TheoryData<string> Names() => [.. TrafficShift.Predefined.Select(shift => shift.ToString())];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Deploy_EveryPredefinedShift_ShowsItsStepsAndSucceeds(string name)
    {
        await using var bench = await NativeService.CreateAsync();
        var shift = TrafficShift.FindPredefined(name)!;

        var (result, events) = await bench.RunAsync(bench.Service.Deploy().Shift(shift));

        result.EnsureSucceeded();
        result.TaskDefinitionArn.Should().EndWith("task-definition/ecs-admin-test:2");
        result.DeploymentId.Should().Contain(":service-deployment/web/labo-terraform-admin/");
        events.Select(e => e.GreenPercent).Distinct().Should().Equal(shift.Steps.Select(step => step.GreenPercent).Prepend(0));
        events.Select(e => e.Stage).Should().BeInAscendingOrder();
        events.Select(e => e.Time).Should().BeInAscendingOrder();
        bench.Ask().Should().ContainKey("v2").And.HaveCount(1);
    }

    [Fact]
    public async Task Deploy_TellsLifecycleStagesInAwsOrder()
    {
        await using var bench = await NativeService.CreateAsync();

        var (_, events) = await bench.RunAsync(bench.Service.Deploy());

        events.Where(e => e.Message.EndsWith(" succeeded", StringComparison.Ordinal)).Select(e => e.LifecycleEvent).Should().Equal(
            "PRE_SCALE_UP", "SCALE_UP", "POST_SCALE_UP", "TEST_TRAFFIC_SHIFT", "POST_TEST_TRAFFIC_SHIFT", "PRODUCTION_TRAFFIC_SHIFT", "POST_PRODUCTION_TRAFFIC_SHIFT", "BAKE_TIME", "CLEAN_UP");
    }

    [Fact]
    public async Task Deploy_FineCanary_ShiftsTenthsOfAPercent()
    {
        await using var bench = await NativeService.CreateAsync();

        var (result, events) = await bench.RunAsync(bench.Service.Deploy().Shift(TrafficShift.Canary(0.5, TimeSpan.FromMinutes(1))));

        result.EnsureSucceeded();
        events.Select(e => e.GreenPercent).Distinct().Should().Equal(0, 0.5, 100);
    }

    [Theory]
    [InlineData(null, 2)]
    [InlineData(0, 0)]
    [InlineData(7, 7)]
    public async Task Deploy_BakesAsLongAsAsked_OrAsTheServiceSays(int? minutes, int expected)
    {
        await using var bench = await NativeService.CreateAsync();
        var deployment = bench.Service.Deploy().Shift(TrafficShift.AllAtOnce);

        var (result, events) = await bench.RunAsync(minutes is { } bake ? deployment.Bake(TimeSpan.FromMinutes(bake)) : deployment);

        result.EnsureSucceeded();
        var began = events.First(e => e.GreenPercent == 100).Time;
        (events[^1].Time - began).Should().BeGreaterThanOrEqualTo(TimeSpan.FromMinutes(expected)).And.BeLessThan(TimeSpan.FromMinutes(expected + 2));
    }

    [Fact]
    public async Task Deploy_AgainAndAgain_TheTargetGroupsTakeTurns()
    {
        await using var bench = await NativeService.CreateAsync();
        var live = new List<string?>();
        foreach (var tag in new[] { "v2", "v1", "v2" })
        {
            (await bench.RunAsync(bench.Service.Deploy(tag))).Result.EnsureSucceeded();
            live.Add((await bench.Deployer.PlanAsync(bench.Service.Deploy(tag).Build(), TestContext.Current.CancellationToken)).Service.TargetGroupArn);
            bench.Ask().Should().ContainKey(tag).And.HaveCount(1);
        }

        live.Distinct(StringComparer.Ordinal).Should().HaveCount(2);
        live[0].Should().Be(live[2]);
    }

    [Fact]
    public async Task Deploy_SameContentAgain_RegistersNothingAndDeploys()
    {
        await using var bench = await NativeService.CreateAsync();
        await bench.RunAsync(bench.Service.Deploy());
        var before = await bench.CountRevisionsAsync();

        var plan = await bench.Deployer.PlanAsync(bench.Service.Deploy().Build(), TestContext.Current.CancellationToken);
        var (result, _) = await bench.RunAsync(bench.Service.Deploy());

        plan.EqualRevisionArn.Should().Be(result.TaskDefinitionArn);
        plan.Changes!.IsEmpty.Should().BeTrue();
        result.EnsureSucceeded();
        (await bench.CountRevisionsAsync()).Should().Be(before);
        (await ((NativeService)bench.Service).CountAsync(bench)).Should().Be(2);
    }

    [Fact]
    public async Task Plan_OnlyReads_AndSaysWhatWillHappen()
    {
        await using var bench = await NativeService.CreateAsync();
        var calls = bench.Simulator.History.Count;

        var plan = await bench.Deployer.PlanAsync(bench.Service.Deploy().Gate(Stage.ProductionTraffic, (_, _) => Task.FromResult(GateVerdict.Continue)).Build(), TestContext.Current.CancellationToken);

        plan.Engine.Should().Be("EcsNative");
        plan.AppSpec.Should().BeNull();
        plan.Findings.Should().BeEmpty();
        plan.Changes!.Changes.Should().ContainSingle();
        plan.Steps.Select(step => step.What).Should().Equal(
            "start 2 new tasks beside the old ones",
            "send test traffic to the new tasks",
            "shift 10 percent of production traffic",
            "ask the gates",
            "shift 100 percent of production traffic",
            "ask the gates",
            "keep the old tasks for a way back",
            "remove the old tasks");
        plan.Deadline.Should().Be(TimeSpan.FromMinutes(60 + 1440 + 1440 + 5 + 2 + 60 + 10));
        bench.Simulator.History.Skip(calls).Select(e => e.Subject).Should().OnlyContain(call => call.Contains("Describe", StringComparison.Ordinal) || call.Contains("List", StringComparison.Ordinal));
    }
}
