namespace BlueGreen.Ecs.Tests.Unit.Deploying.Guards;

/// <summary>What a process that is gone has left suspended is restored by whoever comes next; what rests for another that lives is not.</summary>
public sealed class LeftSuspendedTests
{
    private const int MostCalls = 400;

    private static readonly ScalingSuspension Before = new(ScalingIn: true, ScalingOut: false, Scheduled: false);

    public static TheoryData<Engine> Engines => ScaledBench.Engines;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Deploy_ProcessKilledAtAnyCall_TheNextOneRestores(Engine engine)
    {
        var (call, isDead) = (1, true);
        for (; isDead && call < MostCalls; call += call < 25 ? 1 : 17)
        {
            foreach (var isHeard in new[] { true, false })
            {
                isDead = await KillAsync(engine, call, isHeard);
            }
        }

        isDead.Should().BeFalse("the last process has lived to the end");
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Attach_ADeploymentWhoseProcessIsGone_RestoresAtItsEnd(Engine engine)
    {
        await using var scaled = await ScaledBench.CreateAsync(engine, Before);
        await using (await scaled.Bench.Deployer.StartAsync(scaled.DeployGuarded.Build(), Token))
        {
            scaled.Bench.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        (await scaled.SuspendedAsync()).Should().Be(ScalingSuspension.All, "who only stops watching leaves it");
        scaled.Bench.StartProcess();
        await using var run = await scaled.Bench.Deployer.AttachAsync(scaled.Bench.Service.Reference, Token);
        (await scaled.Bench.Clock.DriveAsync(run.Completion)).EnsureSucceeded();

        await scaled.ShouldBeAsync(Before);
    }

    [Fact]
    public async Task Attach_NothingRuns_RestoresAtOnce()
    {
        await using var scaled = await ScaledBench.CreateAsync(Engine.CodeDeploy, Before);
        await LeaveSuspendedAsync(scaled);

        await FluentActions.Awaiting(() => scaled.Bench.Deployer.AttachAsync(scaled.Bench.Service.Reference, Token)).Should().ThrowAsync<NoDeploymentInProgressException>();

        await scaled.ShouldBeAsync(Before);
    }

    [Fact]
    public async Task Plan_LeftSuspended_SaysSoAndWhatWasBefore()
    {
        await using var scaled = await ScaledBench.CreateAsync(Engine.CodeDeploy, Before);
        await LeaveSuspendedAsync(scaled);

        var plan = await scaled.Bench.Deployer.PlanAsync(scaled.Deploy.Build(), Token);

        plan.Scaling!.Former.Should().Be(Before);
        plan.Findings.Should().ContainSingle(finding => finding.Code == "BG257");
    }

    [Fact]
    public async Task Deploy_WhileAnotherGuardedOneRuns_LeavesTheOthersScaling()
    {
        await using var scaled = await ScaledBench.CreateAsync(Engine.CodeDeploy, Before);
        await using var run = await scaled.Bench.Deployer.StartAsync(scaled.DeployGuarded.Build(), Token);
        scaled.Bench.Clock.Advance(TimeSpan.FromMinutes(1));

        scaled.Bench.StartProcess();
        await FluentActions.Awaiting(() => scaled.Bench.RunAsync(scaled.DeployGuarded)).Should().ThrowAsync<DeploymentInProgressException>();

        (await scaled.SuspendedAsync()).Should().Be(ScalingSuspension.All);
        (await scaled.Bench.Clock.DriveAsync(run.Completion)).EnsureSucceeded();
        await scaled.ShouldBeAsync(Before);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Deploy_OneBehindTheOther_TheLastOneRestores(Engine engine)
    {
        await using var scaled = await ScaledBench.CreateAsync(engine, Before);
        await using var first = await scaled.Bench.Deployer.StartAsync(scaled.DeployGuarded.Build(), Token);
        scaled.Bench.Clock.Advance(TimeSpan.FromMinutes(1));

        scaled.Bench.StartProcess();
        var second = scaled.Bench.Deployer.DeployAsync(scaled.DeployGuarded.WhenRunning(ConcurrencyPolicy.Wait).Build(), cancellationToken: Token);
        await scaled.Bench.Clock.DriveAsync(Task.WhenAll(first.Completion, second));

        (await second).EnsureSucceeded();
        await scaled.ShouldBeAsync(Before);
    }

    [Fact]
    public async Task Restore_WhileAnotherIsAboutToStart_LeavesItsScaling()
    {
        await using var scaled = await ScaledBench.CreateAsync(Engine.CodeDeploy, Before);
        await LeaveSuspendedAsync(scaled);
        await scaled.ClaimAsync(scaled.Bench.Clock.GetUtcNow());
        await FluentActions.Awaiting(() => scaled.Bench.Deployer.AttachAsync(scaled.Bench.Service.Reference, Token)).Should().ThrowAsync<NoDeploymentInProgressException>();
        (await scaled.SuspendedAsync()).Should().Be(ScalingSuspension.All);

        scaled.Bench.Clock.Advance(TimeSpan.FromMinutes(11));
        await FluentActions.Awaiting(() => scaled.Bench.Deployer.AttachAsync(scaled.Bench.Service.Reference, Token)).Should().ThrowAsync<NoDeploymentInProgressException>();
        await scaled.ShouldBeAsync(Before);
    }

    // Its process ends, and the deployment with it a while later.
    private static async Task LeaveSuspendedAsync(ScaledBench scaled)
    {
        await using (await scaled.Bench.Deployer.StartAsync(scaled.DeployGuarded.Build(), Token))
        {
            scaled.Bench.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        scaled.Bench.Clock.Advance(TimeSpan.FromHours(1));
        scaled.Bench.StartProcess();
        (await scaled.SuspendedAsync()).Should().Be(ScalingSuspension.All);
    }

    /// <returns>Whether the process was killed before its end.</returns>
    private static async Task<bool> KillAsync(Engine engine, int call, bool isHeard)
    {
        await using var scaled = await ScaledBench.CreateAsync(engine, Before);
        var process = scaled.Bench.StartProcess(TimeSpan.FromMinutes(1));
        process.Switch.KillAt(call, isHeard);
        var deploying = process.Deployer.DeployAsync(scaled.DeployGuarded.OnCancel(CancelPolicy.Leave).Build(), cancellationToken: process.Life);
        try
        {
            await scaled.Bench.Clock.DriveAsync(deploying);
        }
        catch (Exception exception) when (exception is BlueGreenException or OperationCanceledException)
        {
            // It is dead, or has found that it cannot go on.
        }

        scaled.Bench.StartProcess();
        var next = scaled.Deploy.WhenRunning(ConcurrencyPolicy.Attach);
        await scaled.Bench.RunAsync(next);
        (await scaled.SuspendedAsync()).Should().Be(Before, "call {0} was the last one, {1}", call, isHeard ? "heard" : "not heard");

        // What was written down for a suspension that never came is found by whoever looks later.
        scaled.Bench.Clock.Advance(TimeSpan.FromMinutes(15));
        await FluentActions.Awaiting(() => scaled.Bench.Deployer.AttachAsync(scaled.Bench.Service.Reference, Token)).Should().ThrowAsync<NoDeploymentInProgressException>();
        await scaled.ShouldBeAsync(Before);
        return process.Switch.IsDead;
    }
}
