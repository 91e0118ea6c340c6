namespace BlueGreen.Ecs.Tests.Unit.Deploying.EcsNative;

public sealed class CancelTests
{
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
    public async Task Stop_WhenItHasEnded_IsNoError()
    {
        await using var bench = await NativeService.CreateAsync();
        await using var run = await bench.Deployer.StartAsync(bench.Service.Deploy().Build(), TestContext.Current.CancellationToken);
        await bench.Clock.DriveAsync(run.Completion);

        await run.StopAsync(rollBack: true, TestContext.Current.CancellationToken);

        (await run.Completion).EnsureSucceeded();
    }
}
