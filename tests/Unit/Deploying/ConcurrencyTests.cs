using BlueGreen.Ecs.Simulator.Environments;

namespace BlueGreen.Ecs.Tests.Unit.Deploying;

/// <summary>What happens to a deployment when another one of the service is running.</summary>
public sealed class ConcurrencyTests
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Wait_AnotherRuns_ComesAfterIt()
    {
        await using var bench = await CreateAsync();
        await using var first = await bench.Deployer.StartAsync(TestBench.Deploy("v2").Build(), CancellationToken);

        var (result, _) = await bench.RunAsync(TestBench.Deploy("v3").WhenRunning(ConcurrencyPolicy.Wait));

        result.Outcome.Should().Be(DeploymentOutcome.Succeeded);
        (await first.Completion).Outcome.Should().Be(DeploymentOutcome.Succeeded);
        bench.Ask(10).Should().ContainKey("v3").And.HaveCount(1);
    }

    [Fact]
    public async Task Supersede_AnotherShiftsTraffic_RollsItBackFirst()
    {
        await using var bench = await CreateAsync();
        await using var first = await bench.Deployer.StartAsync(TestBench.Deploy("v2").Build(), CancellationToken);
        bench.Clock.Advance(TimeSpan.FromMinutes(3));

        var (result, _) = await bench.RunAsync(TestBench.Deploy("v3").WhenRunning(ConcurrencyPolicy.Supersede));

        result.Outcome.Should().Be(DeploymentOutcome.Succeeded);
        (await first.Completion).Outcome.Should().Be(DeploymentOutcome.RolledBack);
        bench.Ask(10).Should().ContainKey("v3").And.HaveCount(1);
    }

    [Fact]
    public async Task Supersede_AnotherKeepsTheOldVersion_EndsItsWait()
    {
        await using var bench = await CreateAsync(new SeedEnvironmentOptions { TerminationWait = TimeSpan.FromHours(4) });
        await using var first = await bench.Deployer.StartAsync(TestBench.Deploy("v2").Build(), CancellationToken);
        bench.Clock.Advance(TimeSpan.FromMinutes(30));
        var start = bench.Clock.GetUtcNow();

        var (result, _) = await bench.RunAsync(TestBench.Deploy("v3").WhenRunning(ConcurrencyPolicy.Supersede), happened =>
            start = happened.Stage == Stage.Pending ? happened.Time : start);

        result.Outcome.Should().Be(DeploymentOutcome.Succeeded);
        var ended = await first.Completion;
        ended.Outcome.Should().Be(DeploymentOutcome.Succeeded);
        ended.Duration.Should().BeLessThan(TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task Attach_AnotherRuns_GivesItsResult()
    {
        await using var bench = await CreateAsync();
        await using var first = await bench.Deployer.StartAsync(TestBench.Deploy("v2").Build(), CancellationToken);

        var (result, _) = await bench.RunAsync(TestBench.Deploy("v3").WhenRunning(ConcurrencyPolicy.Attach));

        (result.Outcome, result.DeploymentId).Should().Be((DeploymentOutcome.Succeeded, first.ResumeToken.DeploymentId));
        bench.Ask(10).Should().ContainKey("v2").And.HaveCount(1);
    }

    [Fact]
    public async Task EndBake_AfterTheShift_RemovesTheOldVersionAtOnce()
    {
        await using var bench = await CreateAsync(new SeedEnvironmentOptions { TerminationWait = TimeSpan.FromHours(4) });
        await using var run = await bench.Deployer.StartAsync(TestBench.Deploy().Build(), CancellationToken);

        await run.EndBakeAsync(CancellationToken);
        bench.Clock.Advance(TimeSpan.FromMinutes(30));
        run.Completion.IsCompleted.Should().BeFalse("the first time came too early, and does nothing");
        await run.EndBakeAsync(CancellationToken);

        var result = await bench.Clock.DriveAsync(run.Completion);
        result.Outcome.Should().Be(DeploymentOutcome.Succeeded);
        result.Duration.Should().BeLessThan(TimeSpan.FromHours(1));
    }

    private static async Task<TestBench> CreateAsync(SeedEnvironmentOptions? options = null)
    {
        var bench = await TestBench.CreateAsync(options);
        bench.Simulator.Images[TestBench.Image + "v3"].RespondsIn(TimeSpan.Zero);
        return bench;
    }
}
