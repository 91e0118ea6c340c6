using BlueGreen.Ecs.Simulator.Wire;
using BlueGreen.Ecs.Tests.Unit.Simulator.CodePipeline;

namespace BlueGreen.Ecs.Tests.Unit.Pipelines;

public sealed class FollowTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Attach_FromPushToPage_TellsSourceBuildAndTheDeploymentsOwnEventsInOrder()
    {
        await using var bench = await PipelineBench.CreateAsync();
        var commit = bench.World.Push();
        bench.World.CreatePipeline();
        await using var run = await bench.AttachAsync();

        var (result, events) = await bench.FinishAsync(run);

        result.EnsureSucceeded().Should().BeSameAs(result);
        bench.World.Page().Should().Contain("version v2");
        result.Revisions.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Id = commit, Message = "A change" });
        result.DeploymentId.Should().Be(bench.LastAction("Deploy").Text("externalExecutionId"));
        (result.Reason, result.Diagnosis).Should().Be((null, null));
        events.Where(one => one.Deployment is null).Select(one => $"{one.Stage} {one.Status}").Distinct(StringComparer.Ordinal).Should().Equal(
            " InProgress", "Source InProgress", "Source Succeeded", "Build InProgress", "Build Succeeded", "Deploy InProgress", "Deploy Succeeded", " Succeeded");
        events.Select(one => one.Time).Should().BeInAscendingOrder();
        var deployed = events.Where(one => one.Deployment is not null).ToList();
        deployed.Should().OnlyContain(one => one.Stage == "Deploy" && one.ExternalId == result.DeploymentId);
        deployed.Where(one => one.Message.EndsWith(" succeeded", StringComparison.Ordinal)).Select(one => one.Deployment!.LifecycleEvent).Should().Equal(
            "BeforeInstall", "Install", "AfterInstall", "AllowTestTraffic", "AfterAllowTestTraffic", "BeforeAllowTraffic", "AllowTraffic", "AfterAllowTraffic");
        deployed.Select(one => one.Deployment!.GreenPercent).Distinct().Should().Equal(0, 100);
        events[^2].Message.Should().StartWith("Deploy succeeded");
        events[^3].Deployment!.Message.Should().Be("deployed");
    }

    [Fact]
    public async Task Attach_Build_TellsItsIdAndPage()
    {
        await using var bench = await PipelineBench.StartedAsync();
        await using var run = await bench.AttachAsync();

        var (_, events) = await bench.FinishAsync(run);

        var build = events.First(one => one is { Stage: "Build", ExternalId: not null });
        build.ExternalId.Should().StartWith($"{PipelineWorld.Project}:");
        build.Link.Should().Contain("codebuild").And.Contain(build.ExternalId);
        build.HappenedAt.Should().NotBeNull();
        events[0].Message.Should().StartWith("started by CreatePipeline");
    }

    [Fact]
    public async Task Attach_ByAnotherProcessMidway_SeesTheSameEnd()
    {
        await using var bench = await PipelineBench.StartedAsync();
        await using var first = await bench.AttachAsync();
        bench.RunUntil("Deploy", action => action.Text("externalExecutionId") is not null);

        await using var second = await bench.AttachAsync();
        var results = await bench.Clock.DriveAsync(Task.WhenAll(first.Completion, second.Completion));

        second.ExecutionId.Should().Be(first.ExecutionId);
        results[1].Should().Be(results[0]);
        var told = new[] { await first.Events.ToListAsync(Token), await second.Events.ToListAsync(Token) }
            .Select(events => events.Where(one => one.Deployment is null && one.Status != "InProgress").Select(one => (one.Message, one.HappenedAt)).ToList()).ToList();
        told[1].Should().Equal(told[0]);
    }

    [Fact]
    public async Task Attach_EndedExecution_TellsWhatHappenedAndEndsAtOnce()
    {
        await using var bench = await PipelineBench.StartedAsync();
        bench.World.Finish().Should().Be("Succeeded");
        var now = bench.Clock.GetUtcNow();
        await using var run = await bench.AttachAsync(bench.Execution());

        var (result, events) = await bench.FinishAsync(run);

        result.Status.Should().Be(PipelineStatus.Succeeded);
        events.Should().Contain(one => one.Deployment != null && one.Deployment.LifecycleEvent == "AfterAllowTraffic");
        events[^2].Message.Should().StartWith("Deploy succeeded");
        (bench.Clock.GetUtcNow() - now).Should().BeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Attach_NothingRunsOrIsThere_SaysSo()
    {
        await using var bench = await PipelineBench.StartedAsync();
        bench.World.Finish();
        var pipelines = bench.NewProcess();

        (await pipelines.Awaiting(one => one.AttachAsync(PipelineWorld.Name, cancellationToken: Token)).Should().ThrowAsync<NoPipelineExecutionException>()).Which.ExecutionId.Should().BeNull();
        (await pipelines.Awaiting(one => one.AttachAsync(PipelineWorld.Name, "no-such", Token)).Should().ThrowAsync<NoPipelineExecutionException>()).Which.Message.Should().Contain("no-such");
        (await pipelines.Awaiting(one => one.AttachAsync("nobody", cancellationToken: Token)).Should().ThrowAsync<NoSuchPipelineException>()).Which.Pipeline.Should().Be("nobody");
        await pipelines.Awaiting(one => one.StartAsync("nobody", cancellationToken: Token)).Should().ThrowAsync<NoSuchPipelineException>();
    }

    [Fact]
    public async Task Attach_Superseded_SaysThatANewerOneOvertookIt()
    {
        await using var bench = await PipelineBench.StartedAsync(null, PipelineWorld.Source(), PipelineWorld.Approval());
        bench.RunUntil("Approve");
        await using var run = await bench.Clock.DriveAsync(bench.NewProcess().StartAsync(PipelineWorld.Name, cancellationToken: Token));
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        bench.World.Start();

        var (result, events) = await bench.FinishAsync(run);

        (result.Status, result.Diagnosis).Should().Be((PipelineStatus.Superseded, null));
        result.Reason.Should().Be("A newer execution overtook it.");
        events[^1].Message.Should().Be("was overtaken by a newer execution");
        result.Invoking(one => one.EnsureSucceeded()).Should().Throw<PipelineFailedException>().WithMessage("*Superseded*");
    }

    [Fact]
    public async Task Dispose_Midway_EndsTheWatchingOnly()
    {
        await using var bench = await PipelineBench.StartedAsync();
        var run = await bench.AttachAsync();
        bench.RunUntil("Build");

        await run.DisposeAsync();

        (await run.Events.ToListAsync(Token)).Should().NotBeEmpty();
        run.Completion.IsCanceled.Should().BeTrue();
        bench.World.Finish().Should().Be("Succeeded");
    }
}
