using BlueGreen.Ecs.Simulator;

namespace BlueGreen.Ecs.Tests.Unit.Deploying.TaskSets;

public sealed class TaskSetFailureTests
{
    private const string Alarm = "5xx (shop)";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Deploy_ImageCannotBePulled_GoesBackWithTheCause()
    {
        await using var bench = await ExternalBench.CreateAsync();
        bench.Simulator.Images[bench.ImageV2] = new ImageBehavior { PullError = "manifest unknown" };

        var (result, events) = await bench.RunAsync(ExternalBench.Deploy());

        result.Outcome.Should().Be(DeploymentOutcome.RolledBack, result.Reason);
        result.Reason.Should().Contain("no progress within 00:15:00");
        result.Findings.Should().ContainSingle().Which.Code.Should().Be("BG904");
        events.Should().OnlyContain(e => e.GreenPercent == 0);
        await bench.EndedAsync(DeploymentOutcome.RolledBack);
    }

    [Fact]
    public async Task Deploy_NewVersionFailsHealthChecks_GoesBack()
    {
        await using var bench = await ExternalBench.CreateAsync();
        bench.Simulator.Images[bench.ImageV2] = new ImageBehavior { Respond = _ => new SimulatedResponse(500, "broken") };

        var (result, _) = await bench.RunAsync(ExternalBench.Deploy());

        result.Outcome.Should().Be(DeploymentOutcome.RolledBack, result.Reason);
        result.Findings.Select(finding => finding.Code).Should().Contain("BG916");
        await bench.EndedAsync(DeploymentOutcome.RolledBack);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(100)]
    public async Task Alarm_WhileShiftingOrBaking_GoesBackAtTheNextLook(double percent)
    {
        await using var bench = await ExternalBench.CreateAsync();
        bench.Simulator.SetAlarmState(Alarm, "OK", region: bench.Region);
        DateTimeOffset? red = null;

        var (result, events) = await bench.RunAsync(ExternalBench.Deploy().Bake(TimeSpan.FromMinutes(10)).RollBackOn(RollBackTrigger.Alarm(Alarm)), happened =>
        {
            if (happened.GreenPercent >= percent && red is null)
            {
                red = happened.Time;
                bench.Simulator.SetAlarmState(Alarm, "ALARM", region: bench.Region);
            }
        });

        (result.Outcome, result.Reason).Should().Be((DeploymentOutcome.RolledBack, $"The alarm {Alarm} is in ALARM."));
        (events.First(e => e.Time > red && e.GreenPercent == 0).Time - red!.Value).Should().BeLessThanOrEqualTo(TimeSpan.FromSeconds(11));
        await bench.EndedAsync(DeploymentOutcome.RolledBack);
    }

    [Fact]
    public async Task NewVersion_BreaksWhileItGetsTraffic_GoesBack()
    {
        await using var bench = await ExternalBench.CreateAsync();
        var isBroken = false;
        bench.Simulator.Images[bench.ImageV2] = new ImageBehavior { Respond = request => new SimulatedResponse(isBroken && request.Path == "/" ? 500 : 200, "v2") };

        var (result, _) = await bench.RunAsync(ExternalBench.Deploy().Shift(TrafficShift.Canary(10, TimeSpan.FromMinutes(30))), happened => isBroken |= happened.GreenPercent == 10);

        result.Outcome.Should().Be(DeploymentOutcome.RolledBack, result.Reason);
        result.Reason.Should().Contain("healthy any more");
        (await bench.WeightsAsync()).Green.Should().Be(0);
    }

    public static TheoryData<Stage, int> Waits() => new() { { Stage.Install, 1 }, { Stage.TestTraffic, 1 }, { Stage.ProductionTraffic, 1 }, { Stage.ProductionTraffic, 2 }, { Stage.Bake, 1 } };

    [Theory]
    [MemberData(nameof(Waits))]
    public async Task Gate_RollsBackAtAnyWait_TheOldVersionHasAllTraffic(Stage stage, int number)
    {
        await using var bench = await ExternalBench.CreateAsync();
        var asked = 0;

        var (result, events) = await bench.RunAsync(ExternalBench.Deploy().Gate(stage, (_, _) =>
            Task.FromResult(++asked == number ? GateVerdict.RollBack("The smoke test failed.") : GateVerdict.Continue)));

        (result.Outcome, result.Reason).Should().Be((DeploymentOutcome.RolledBack, "The smoke test failed."));
        asked.Should().Be(number);
        events.Max(e => e.GreenPercent).Should().Be(stage < Stage.ProductionTraffic ? 0 : stage == Stage.ProductionTraffic && number == 1 ? 10 : 100);
        await bench.EndedAsync(DeploymentOutcome.RolledBack);
    }

    [Fact]
    public async Task Gate_AtEveryStage_IsAskedOnceForEachWaitAndTheDeploymentGoesOn()
    {
        await using var bench = await ExternalBench.CreateAsync();
        var asked = new List<string>();
        Task<GateVerdict> Ask(GateContext context, CancellationToken token)
        {
            asked.Add($"{context.Stage} {context.Observation.Wait} {context.Observation.GreenPercent}");
            return Task.FromResult(GateVerdict.Continue);
        }

        var (result, _) = await bench.RunAsync(ExternalBench.Deploy().Bake(TimeSpan.FromMinutes(1))
            .Gate(Stage.Install, Ask).Gate(Stage.TestTraffic, Ask).Gate(Stage.ProductionTraffic, Ask).Gate(Stage.Bake, Ask));

        result.Outcome.Should().Be(DeploymentOutcome.Succeeded, result.Reason);
        asked.Should().Equal("Install Install 0", "TestTraffic TestTraffic 0", "ProductionTraffic step 1 of 2 10", "ProductionTraffic step 2 of 2 100", "Bake Bake 100");
        await bench.EndedAsync(DeploymentOutcome.Succeeded);
    }

    [Fact]
    public async Task Gate_NobodyAnswers_GoesBackAtTheDeadline()
    {
        await using var bench = await ExternalBench.CreateAsync();
        var run = await bench.Deployer.StartAsync(ExternalBench.Deploy().Gate(Stage.TestTraffic, (_, _) => Task.FromResult(GateVerdict.Continue)).Build(), Token);
        await run.DisposeAsync();

        await using var attached = await bench.CreateDeployer().AttachAsync(ExternalBench.Service, Token);
        var result = await bench.Clock.DriveAsync(attached.Completion);

        result.Outcome.Should().Be(DeploymentOutcome.RolledBack, result.Reason);
        result.Reason.Should().Contain("TestTraffic").And.Contain("deadline");
        await bench.EndedAsync(DeploymentOutcome.RolledBack);
    }

    [Theory]
    [InlineData(CancelPolicy.StopAndRollBack)]
    [InlineData(CancelPolicy.Stop)]
    [InlineData(CancelPolicy.Leave)]
    public async Task Cancel_DuringTheCanary_DoesAsThePolicySays(CancelPolicy policy)
    {
        await using var bench = await ExternalBench.CreateAsync();
        using var cancellation = new CancellationTokenSource();
        var progress = new CancelAt(10, cancellation);

        var deploying = bench.Deployer.DeployAsync(ExternalBench.Deploy().OnCancel(policy).Build(), progress, cancellation.Token);
        var canceled = (await bench.Clock.Awaiting(clock => clock.DriveAsync(deploying)).Should().ThrowAsync<DeploymentCanceledException>()).Which;

        (canceled.Result?.Outcome).Should().Be(policy switch
        {
            CancelPolicy.StopAndRollBack => DeploymentOutcome.RolledBack,
            CancelPolicy.Stop => DeploymentOutcome.Failed,
            _ => null,
        });
        if (policy == CancelPolicy.Stop)
        {
            (await bench.WeightsAsync()).Should().Be((90, 10));
            (await bench.Deployer.PlanAsync(ExternalBench.Deploy().Build(), Token)).Findings.Should().Contain(finding => finding.Code == "BG236");
            await using var stopped = await bench.Deployer.ResumeAsync(canceled.ResumeToken, cancellationToken: Token);
            await stopped.StopAsync(rollBack: true, Token);
        }

        await using var resumed = await bench.CreateDeployer().ResumeAsync(canceled.ResumeToken, cancellationToken: Token);
        var result = await bench.Clock.DriveAsync(resumed.Completion);

        result.Outcome.Should().Be(policy == CancelPolicy.Leave ? DeploymentOutcome.Succeeded : DeploymentOutcome.RolledBack, result.Reason);
        await bench.EndedAsync(result.Outcome);
    }

    [Theory]
    [InlineData(ListenerDriftPolicy.RollBack, DeploymentOutcome.RolledBack)]
    [InlineData(ListenerDriftPolicy.Correct, DeploymentOutcome.Succeeded)]
    public async Task Drift_DuringTheCanary_DoesAsThePolicySays(ListenerDriftPolicy policy, DeploymentOutcome outcome)
    {
        await using var bench = await ExternalBench.CreateAsync();
        var isChanged = false;

        var (result, events) = await bench.RunAsync(ExternalBench.Deploy().OnListenerDrift(policy), happened =>
        {
            if (happened.GreenPercent == 10 && !isChanged)
            {
                isChanged = true;
                bench.Simulator.After(TimeSpan.FromMinutes(1), () => bench.SetWeightsAsync(40, 60).GetAwaiter().GetResult());
            }
        });

        result.Outcome.Should().Be(outcome, result.Reason);
        events.Should().NotContain(e => e.GreenPercent == 60, "it is noticed and mended within one look");
        if (outcome == DeploymentOutcome.RolledBack)
        {
            result.Reason.Should().Contain("60 %").And.Contain("10 %");
        }

        await bench.EndedAsync(outcome);
    }

    [Fact]
    public async Task Drift_TheRuleIsDeleted_FailsAndSaysSo()
    {
        await using var bench = await ExternalBench.CreateAsync(hasRule: true);
        var isDeleted = false;

        var (result, _) = await bench.RunAsync(ExternalBench.Deploy(), happened =>
        {
            if (happened.GreenPercent == 10 && !isDeleted)
            {
                isDeleted = true;
                bench.Simulator.After(TimeSpan.FromMinutes(1), () => bench.Balancing.DeleteRuleAsync(new() { RuleArn = bench.Rule! }, Token).GetAwaiter().GetResult());
            }
        });

        (result.Outcome, result.Reason).Should().Be((DeploymentOutcome.Failed, "The listener rule with production traffic is gone."));
    }

    [Fact]
    public async Task GreenIsDeletedBySomebody_TheTrafficGoesBack()
    {
        await using var bench = await ExternalBench.CreateAsync();
        var isDeleted = false;

        var (result, _) = await bench.RunAsync(ExternalBench.Deploy(), happened =>
        {
            if (happened.GreenPercent == 10 && !isDeleted)
            {
                isDeleted = true;
                bench.Simulator.After(TimeSpan.FromSeconds(65), () => DeleteGreenAsync(bench).GetAwaiter().GetResult());
            }
        });

        result.Outcome.Should().Be(DeploymentOutcome.RolledBack, result.Reason);
        (await bench.WeightsAsync()).Green.Should().Be(0);
    }

    private static async Task DeleteGreenAsync(ExternalBench bench)
    {
        var green = (await bench.SetsAsync()).Single(set => set.Status == "ACTIVE");
        await bench.Ecs.DeleteTaskSetAsync(new() { Cluster = "web", Service = "shop", TaskSet = green.Id, Force = true }, Token);
    }

    private sealed class CancelAt(double greenPercent, CancellationTokenSource cancellation) : IProgress<DeploymentEvent>
    {
        public void Report(DeploymentEvent value)
        {
            if (value.GreenPercent >= greenPercent)
            {
                cancellation.Cancel();
            }
        }
    }
}
