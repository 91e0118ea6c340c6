using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Pipelines;

public sealed class StopTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stop_Waiting_EndsWhenTheBuildHasEnded()
    {
        await using var bench = await PipelineBench.StartedAsync();
        await using var run = await bench.AttachAsync();
        bench.RunUntil("Build");

        await bench.Clock.DriveAsync(run.StopAsync(abandon: false, "enough", Token));
        await bench.Clock.DriveAsync(run.StopAsync(abandon: false, "enough", Token));
        var (result, events) = await bench.FinishAsync(run);

        (result.Status, result.Reason, result.Diagnosis).Should().Be((PipelineStatus.Stopped, "enough", null));
        events.Where(one => one.Stage is null).Select(one => one.Message).Skip(1).Should().Equal("is being stopped: enough", "stopped: enough");
        events.Should().Contain(one => one.Stage == "Build" && one.Status == "Succeeded").And.NotContain(one => one.Stage == "Deploy");
        await bench.Clock.DriveAsync(run.StopAsync(abandon: true, cancellationToken: Token));
    }

    [Fact]
    public async Task Stop_Abandoning_TheDeploymentGoesOnByItself()
    {
        await using var bench = await PipelineBench.StartedAsync();
        await using var run = await bench.AttachAsync();
        bench.RunUntil("Deploy", action => action.Text("externalExecutionId") is not null);

        await bench.Clock.DriveAsync(run.StopAsync(abandon: true, cancellationToken: Token));
        var (result, events) = await bench.FinishAsync(run);

        result.Status.Should().Be(PipelineStatus.Stopped);
        events.Single(one => one.Status == "Abandoned").Message.Should().Be($"Deploy is no longer waited for; {result.DeploymentId} goes on by itself");
        bench.World.World.Finish(result.DeploymentId!).Text("status").Should().Be("Succeeded");
        bench.World.Page().Should().Contain("version v2");
    }

    [Fact]
    public async Task Stop_ReasonTooLong_IsNotAsked()
    {
        await using var bench = await PipelineBench.StartedAsync();
        await using var run = await bench.AttachAsync();

        await run.Awaiting(one => one.StopAsync(abandon: true, new string('x', 201), Token)).Should().ThrowAsync<ArgumentException>().WithMessage("*201*200*");
        (await bench.FinishAsync(run)).Result.Status.Should().Be(PipelineStatus.Succeeded);
    }
}
