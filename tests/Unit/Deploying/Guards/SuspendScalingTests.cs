using BlueGreen.Ecs.Tests.Unit.Deploying.Faults;

namespace BlueGreen.Ecs.Tests.Unit.Deploying.Guards;

/// <summary>Scaling rests while a service is deployed, and is as before when the deployment has ended, however it did.</summary>
public sealed class SuspendScalingTests
{
    private static readonly ScalingSuspension ScheduledOnly = new(ScalingIn: false, ScalingOut: false, Scheduled: true);

    public static TheoryData<Engine> Engines => ScaledBench.Engines;

    public static MatrixTheoryData<Engine, CancelPolicy> Cancels => new(
        [Engine.CodeDeploy, Engine.EcsNative, Engine.TaskSets],
        [CancelPolicy.StopAndRollBack, CancelPolicy.Stop]);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Deploy_ToTheEnd_RestsMeanwhileAndIsRestoredExactly(Engine engine)
    {
        await using var scaled = await ScaledBench.CreateAsync(engine, ScheduledOnly);
        var desired = await scaled.DesiredCountAsync();
        await using var run = await scaled.Bench.Deployer.StartAsync(scaled.DeployGuarded.Build(), Token);

        scaled.Bench.Clock.Advance(TimeSpan.FromMinutes(2));
        (await scaled.SuspendedAsync()).Should().Be(ScalingSuspension.All);
        (await scaled.TagsAsync()).Should().HaveCount(2);

        (await scaled.Bench.Clock.DriveAsync(run.Completion)).EnsureSucceeded();
        await scaled.ShouldBeAsync(ScheduledOnly);
        run.Plan!.Scaling.Should().Be(new ServiceScaling { MinCapacity = 1, MaxCapacity = 6, Suspended = ScheduledOnly });
        (await scaled.DesiredCountAsync()).Should().Be(desired);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Deploy_Unguarded_TouchesNeitherScalingNorTheDesiredCount(Engine engine)
    {
        await using var scaled = await ScaledBench.CreateAsync(engine);
        var (desired, calls) = (await scaled.DesiredCountAsync(), scaled.Bench.Calls("RegisterScalableTarget"));

        (await scaled.Bench.RunAsync(scaled.Deploy)).Result.EnsureSucceeded();

        (scaled.Bench.Calls("RegisterScalableTarget") - calls).Should().Be(0);
        (await scaled.DesiredCountAsync()).Should().Be(desired);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Deploy_RefusedByAGate_IsRestoredBehindTheRollback(Engine engine)
    {
        await using var scaled = await ScaledBench.CreateAsync(engine, hasGate: true);
        var deployment = DeploymentPath.Refused.DeploymentFor(scaled.Bench) with { SuspendScaling = true };

        (await scaled.Bench.Clock.DriveAsync(scaled.Bench.Deployer.DeployAsync(deployment, cancellationToken: Token))).Outcome.Should().Be(DeploymentOutcome.RolledBack);

        await scaled.ShouldBeAsync(ScalingSuspension.None);
    }

    [Theory]
    [MemberData(nameof(Cancels))]
    public async Task Deploy_Cancelled_IsRestored(Engine engine, CancelPolicy policy)
    {
        await using var scaled = await ScaledBench.CreateAsync(engine);

        await scaled.Bench.RunAndCancelAsync(scaled.DeployGuarded.OnCancel(policy), happened => happened.GreenPercent == 10);

        await scaled.ShouldBeAsync(ScalingSuspension.None);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Deploy_CancelledAndLeft_RestsUntilWhoeverResumesSeesTheEnd(Engine engine)
    {
        await using var scaled = await ScaledBench.CreateAsync(engine);
        var left = await scaled.Bench.RunAndCancelAsync(scaled.DeployGuarded.OnCancel(CancelPolicy.Leave), happened => happened.GreenPercent == 10);
        (await scaled.SuspendedAsync()).Should().Be(ScalingSuspension.All);

        scaled.Bench.StartProcess();
        await using var run = await scaled.Bench.Deployer.ResumeAsync(left.ResumeToken!, cancellationToken: Token);
        (await scaled.Bench.Clock.DriveAsync(run.Completion)).EnsureSucceeded();

        await scaled.ShouldBeAsync(ScalingSuspension.None);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Deploy_StartRefusedByAws_IsRestoredAtOnce(Engine engine)
    {
        await using var scaled = await ScaledBench.CreateAsync(engine, ScheduledOnly);
        scaled.Bench.Simulator.Faults.On(scaled.Bench.Service.StartCall).Fail("AccessDeniedException", "No.");

        await FluentActions.Awaiting(() => scaled.Bench.RunAsync(scaled.DeployGuarded)).Should().ThrowAsync<AwsCallException>();

        await scaled.ShouldBeAsync(ScheduledOnly);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Deploy_CannotBeWatchedAnyMore_IsRestored(Engine engine)
    {
        await using var scaled = await ScaledBench.CreateAsync(engine);
        await using var run = await scaled.Bench.Deployer.StartAsync(scaled.DeployGuarded.Build(), Token);
        foreach (var call in new[] { "codedeploy:*", "ecs:*", "elbv2:*" })
        {
            scaled.Bench.Simulator.Faults.On(call).Fail("AccessDeniedException", "No.");
        }

        await FluentActions.Awaiting(() => scaled.Bench.Clock.DriveAsync(run.Completion)).Should().ThrowAsync<AwsCallException>();
        scaled.Bench.Simulator.Faults.Clear();

        await scaled.ShouldBeAsync(ScalingSuspension.None);
    }

    [Fact]
    public async Task Deploy_WhatRestsAlready_StaysSo()
    {
        await using var scaled = await ScaledBench.CreateAsync(Engine.CodeDeploy, ScalingSuspension.All);
        var calls = scaled.Bench.Calls("RegisterScalableTarget");

        (await scaled.Bench.RunAsync(scaled.DeployGuarded)).Result.EnsureSucceeded();

        await scaled.ShouldBeAsync(ScalingSuspension.All);
        scaled.Bench.Calls("RegisterScalableTarget").Should().Be(calls);
    }

    [Fact]
    public async Task Deploy_ServiceThatIsNotScaled_IsDeployedAsWithout()
    {
        await using var scaled = await ScaledBench.CreateAsync(Engine.CodeDeploy, isScaled: false);

        (await scaled.Bench.RunAsync(scaled.DeployGuarded)).Result.EnsureSucceeded();

        (scaled.Bench.Calls("RegisterScalableTarget") + scaled.Bench.Calls("autoscaling.TagResource")).Should().Be(0);
    }

    [Fact]
    public async Task Deploy_SomebodyHasItScaleAgainMeanwhile_StaysAsTheySaid()
    {
        await using var scaled = await ScaledBench.CreateAsync(Engine.CodeDeploy);
        await using var run = await scaled.Bench.Deployer.StartAsync(scaled.DeployGuarded.Build(), Token);
        await scaled.SetAsync(ScheduledOnly);

        (await scaled.Bench.Clock.DriveAsync(run.Completion)).EnsureSucceeded();

        await scaled.ShouldBeAsync(ScheduledOnly);
    }

    [Fact]
    public async Task Deploy_RestoringIsRefused_SaysSoAndTheNextOneRestores()
    {
        await using var scaled = await ScaledBench.CreateAsync(Engine.CodeDeploy);
        await using var run = await scaled.Bench.Deployer.StartAsync(scaled.DeployGuarded.Build(), Token);
        scaled.Bench.Simulator.Faults.On("application-autoscaling:RegisterScalableTarget").Fail("AccessDeniedException", "No.");

        var result = await scaled.Bench.Clock.DriveAsync(run.Completion);

        result.EnsureSucceeded().Findings.Should().ContainSingle(finding => finding.Code == "BG258").Which.Message.Should().Contain("application-autoscaling:RegisterScalableTarget");
        scaled.Bench.Simulator.Faults.Clear();
        (await scaled.Bench.RunAsync(scaled.Deploy)).Result.EnsureSucceeded();
        await scaled.ShouldBeAsync(ScalingSuspension.None);
    }

    [Fact]
    public async Task Deploy_RestoringIsThrottledOrGetsNoAnswer_IsRepeated()
    {
        await using var scaled = await ScaledBench.CreateAsync(Engine.CodeDeploy);
        await using var run = await scaled.Bench.Deployer.StartAsync(scaled.DeployGuarded.Build(), Token);
        scaled.Bench.Simulator.Faults.On("application-autoscaling:DescribeScalableTargets").Call(1).Throttle();
        scaled.Bench.Simulator.Faults.On("application-autoscaling:RegisterScalableTarget").Call(1).LoseReply();
        scaled.Bench.Simulator.Faults.On("application-autoscaling:UntagResource").Call(1).TimeOut();

        (await scaled.Bench.Clock.DriveAsync(run.Completion)).EnsureSucceeded().Findings.Should().BeEmpty();

        await scaled.ShouldBeAsync(ScalingSuspension.None);
    }

    [Fact]
    public async Task Deploy_StoppedAndNotWatched_IsRestoredByWhoeverStoppedIt()
    {
        await using var scaled = await ScaledBench.CreateAsync(Engine.EcsNative);
        await using (var run = await scaled.Bench.Deployer.StartAsync(scaled.DeployGuarded.Build(), Token))
        {
            scaled.Bench.Clock.Advance(TimeSpan.FromMinutes(2));
            await run.StopAsync(rollBack: true, Token);
        }

        await scaled.ShouldBeAsync(ScalingSuspension.None);
    }
}
