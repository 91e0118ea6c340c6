using BlueGreen.Ecs.Simulator.Environments;

namespace BlueGreen.Ecs.Tests.Unit.Deploying;

/// <summary>What happens to a deployment when another one of the service is running.</summary>
public sealed class ConcurrencyTests
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

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
