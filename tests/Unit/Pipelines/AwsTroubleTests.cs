using BlueGreen.Ecs.Simulator.Wire;
using BlueGreen.Ecs.Tests.Unit.Simulator.CodePipeline;

namespace BlueGreen.Ecs.Tests.Unit.Pipelines;

/// <summary>Replies that are lost, calls that are throttled or refused.</summary>
public sealed class AwsTroubleTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_ReplyIsLost_StartsOneExecution()
    {
        await using var bench = await PipelineBench.StartedAsync();
        bench.World.Finish();
        bench.Simulator.Faults.On("codepipeline:StartPipelineExecution").Call(1).LoseReply();

        await using var run = await bench.Clock.DriveAsync(bench.NewProcess().StartAsync(PipelineWorld.Name, cancellationToken: Token));
        var (result, events) = await bench.FinishAsync(run);

        bench.World.Executions().Should().HaveCount(2);
        result.ExecutionId.Should().Be(bench.Execution());
        result.Status.Should().Be(PipelineStatus.Succeeded);
        events[0].Message.Should().StartWith("started by StartPipelineExecution");
    }

    [Fact]
    public async Task Start_SameTokenByTwoProcesses_StartsOneExecution()
    {
        await using var bench = await PipelineBench.StartedAsync();
        bench.World.Finish();
        var start = new PipelineStart { RequestToken = "job-17" };

        await using var first = await bench.Clock.DriveAsync(bench.NewProcess().StartAsync(PipelineWorld.Name, start, Token));
        await using var second = await bench.Clock.DriveAsync(bench.NewProcess().StartAsync(PipelineWorld.Name, start, Token));

        second.ExecutionId.Should().Be(first.ExecutionId);
        bench.World.Executions().Should().HaveCount(2);
        await bench.Clock.DriveAsync(Task.WhenAll(first.Completion, second.Completion));
    }

    [Fact]
    public async Task Start_PinnedRevision_BuildsThatCommit()
    {
        await using var bench = await PipelineBench.CreateAsync();
        var first = bench.World.Push();
        bench.World.CreatePipeline(PipelineWorld.Source(), PipelineWorld.Build());
        bench.World.Finish();
        bench.World.Push(("page.html", "new"));
        bench.World.World.AdvanceUntil(() => bench.World.Executions().Count == 2);
        bench.World.Finish();

        await using var run = await bench.Clock.DriveAsync(bench.NewProcess().StartAsync(PipelineWorld.Name, new() { Revisions = [new("Source", "COMMIT_ID", first)] }, Token));

        (await bench.FinishAsync(run)).Result.Revisions.Should().ContainSingle().Which.Id.Should().Be(first);
    }

    [Theory]
    [InlineData("codepipeline:*")]
    [InlineData("*")]
    public async Task Follow_ThrottledForAMinute_RidesItOut(string calls)
    {
        await using var bench = await PipelineBench.StartedAsync();
        await using var run = await bench.AttachAsync();
        bench.RunUntil("Deploy", action => action.Text("externalExecutionId") is not null);
        bench.Simulator.Faults.On(calls).Throttle();
        bench.Simulator.After(TimeSpan.FromMinutes(1), bench.Simulator.Faults.Clear);

        var (result, events) = await bench.FinishAsync(run);

        result.Status.Should().Be(PipelineStatus.Succeeded);
        events[^3].Deployment!.Message.Should().Be("deployed");
    }

    [Fact]
    public async Task Follow_MayNoLongerLook_FaultsAfterHalfAMinute()
    {
        await using var bench = await PipelineBench.StartedAsync();
        await using var run = await bench.AttachAsync();
        bench.RunUntil("Build");
        bench.Simulator.Faults.On("codepipeline:GetPipelineExecution").Fail("AccessDeniedException", "not authorized to perform: codepipeline:GetPipelineExecution");
        var now = bench.Clock.GetUtcNow();

        (await run.Awaiting(one => bench.Clock.DriveAsync(one.Completion)).Should().ThrowAsync<AwsCallException>()).Which.Operation.Should().Be("codepipeline:GetPipelineExecution");

        (bench.Clock.GetUtcNow() - now).Should().BeCloseTo(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData("codedeploy:GetDeploymentGroup")]
    [InlineData("codedeploy:BatchGetDeployments")]
    public async Task Follow_MayNotLookAtTheDeployment_GoesOnWithTheAction(string call)
    {
        await using var bench = await PipelineBench.StartedAsync();
        bench.Simulator.Faults.On(call).Fail("AccessDeniedException", $"not authorized to perform: {call}");
        await using var run = await bench.AttachAsync();

        var (result, events) = await bench.FinishAsync(run);

        result.Status.Should().Be(PipelineStatus.Succeeded);
        events.Should().NotContain(one => one.Deployment != null);
        events.Single(one => one.Message.StartsWith("the deployment can no longer be looked at", StringComparison.Ordinal)).Message.Should().Contain(call);
    }
}
