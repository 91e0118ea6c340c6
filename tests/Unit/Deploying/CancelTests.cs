namespace BlueGreen.Ecs.Tests.Unit.Deploying;

public sealed class CancelTests
{
    [Fact]
    public async Task Cancel_StopAndRollBack_BringsTheTrafficBackAndTellsHowItEnded()
    {
        await using var bench = await TestBench.CreateAsync();

        var canceled = await CancelDuringCanaryAsync(bench, CancelPolicy.StopAndRollBack);

        canceled.Result!.Outcome.Should().Be(DeploymentOutcome.RolledBack);
        bench.Ask(10).Should().ContainKey("v1").And.HaveCount(1);
    }

    [Fact]
    public async Task Cancel_Stop_LeavesTheTrafficWhereItIs()
    {
        await using var bench = await TestBench.CreateAsync();

        var canceled = await CancelDuringCanaryAsync(bench, CancelPolicy.Stop);

        canceled.Result!.Outcome.Should().Be(DeploymentOutcome.Failed);
        canceled.Result.Last.GreenPercent.Should().Be(10);
    }

    [Fact]
    public async Task Cancel_Leave_TheDeploymentGoesOnAndIsFoundAgain()
    {
        await using var bench = await TestBench.CreateAsync();

        var canceled = await CancelDuringCanaryAsync(bench, CancelPolicy.Leave);
        await using var run = await bench.Deployer.ResumeAsync(canceled.ResumeToken, cancellationToken: TestContext.Current.CancellationToken);
        var result = await bench.Clock.DriveAsync(run.Completion);

        canceled.Result.Should().BeNull();
        result.Outcome.Should().Be(DeploymentOutcome.Succeeded);
    }

    [Fact]
    public async Task Cancel_BeforeTheStart_LeavesNothing()
    {
        await using var bench = await TestBench.CreateAsync();
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        var deploying = () => bench.Deployer.DeployAsync(TestBench.Deploy().Build(), cancellationToken: cancellation.Token);

        await deploying.Should().ThrowAsync<OperationCanceledException>();
        (await bench.CountRevisionsAsync()).Should().Be(1);
    }

    private static async Task<DeploymentCanceledException> CancelDuringCanaryAsync(TestBench bench, CancelPolicy policy)
    {
        using var cancellation = new CancellationTokenSource();
        var progress = new CancelAt(10, cancellation);
        var deploying = bench.Deployer.DeployAsync(TestBench.Deploy().OnCancel(policy).Build(), progress, cancellation.Token);
        var driving = () => bench.Clock.DriveAsync(deploying);
        return (await driving.Should().ThrowAsync<DeploymentCanceledException>()).Which;
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
