namespace BlueGreen.Ecs.Tests.Unit.Deploying.EcsNative;

public sealed class CancelTests
{
    [Theory]
    [InlineData(Stage.Install)]
    [InlineData(Stage.ProductionTraffic)]
    [InlineData(Stage.Bake)]
    public async Task Cancel_StopAndRollBack_BringsTheTrafficBackAndTellsHowItEnded(Stage stage)
    {
        await using var bench = await NativeService.CreateAsync();

        var canceled = await bench.RunAndCancelAsync(bench.Service.Deploy(), happened => happened.Stage == stage);

        canceled.Result!.Outcome.Should().Be(DeploymentOutcome.RolledBack);
        bench.Ask().Should().ContainKey("v1").And.HaveCount(1);
    }

    [Fact]
    public async Task Cancel_Stop_LeavesTheTrafficWhereItIs()
    {
        await using var bench = await NativeService.CreateAsync();

        var canceled = await bench.RunAndCancelAsync(bench.Service.Deploy().OnCancel(CancelPolicy.Stop), happened => happened.GreenPercent == 10);

        canceled.Result!.Outcome.Should().Be(DeploymentOutcome.Failed);
        canceled.Result.Last.GreenPercent.Should().Be(10);
        bench.Ask(200).Should().ContainKeys("v1", "v2");
    }

    [Fact]
    public async Task Deploy_AfterOneThatWasStoppedHalfWay_PutsTheServiceInOrder()
    {
        await using var bench = await NativeService.CreateAsync();
        await bench.RunAndCancelAsync(bench.Service.Deploy().OnCancel(CancelPolicy.Stop), happened => happened.GreenPercent == 10);

        var (result, events) = await bench.RunAsync(bench.Service.Deploy());

        result.EnsureSucceeded();
        events.Should().Contain(e => e.LifecycleEvent == "RECONCILE_SERVICE");
        bench.Ask().Should().ContainKey("v2").And.HaveCount(1);
    }

    [Fact]
    public async Task Cancel_Leave_TheDeploymentGoesOnAndIsFoundAgain()
    {
        await using var bench = await NativeService.CreateAsync();

        var canceled = await bench.RunAndCancelAsync(bench.Service.Deploy().OnCancel(CancelPolicy.Leave), happened => happened.GreenPercent == 10);
        await using var run = await bench.Deployer.ResumeAsync(canceled.ResumeToken, cancellationToken: TestContext.Current.CancellationToken);
        var result = await bench.Clock.DriveAsync(run.Completion);

        canceled.Result.Should().BeNull();
        result.EnsureSucceeded();
    }

    [Fact]
    public async Task Cancel_BeforeTheStart_LeavesNothing()
    {
        await using var bench = await NativeService.CreateAsync();
        var revisions = await bench.CountRevisionsAsync();
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        var deploying = () => bench.Deployer.DeployAsync(bench.Service.Deploy().Build(), cancellationToken: cancellation.Token);

        await deploying.Should().ThrowAsync<OperationCanceledException>();
        (await bench.CountRevisionsAsync()).Should().Be(revisions);
    }

    [Fact]
    public async Task Stop_WhenItHasEnded_IsNoError()
    {
        await using var bench = await NativeService.CreateAsync();
        await using var run = await bench.Deployer.StartAsync(bench.Service.Deploy().Build(), TestContext.Current.CancellationToken);
        await bench.Clock.DriveAsync(run.Completion);

        await run.StopAsync(rollBack: true, TestContext.Current.CancellationToken);

        (await run.Completion).EnsureSucceeded();
    }
}
