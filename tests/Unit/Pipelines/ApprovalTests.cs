using BlueGreen.Ecs.Simulator.Wire;
using BlueGreen.Ecs.Tests.Unit.Simulator.CodePipeline;

namespace BlueGreen.Ecs.Tests.Unit.Pipelines;

public sealed class ApprovalTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Approve_WhatWaits_GoesOn()
    {
        await using var bench = await WaitingAsync();
        await using var run = await bench.AttachAsync();

        await bench.Clock.DriveAsync(run.ApproveAsync("seen", cancellationToken: Token));
        var (result, events) = await bench.FinishAsync(run);

        result.Status.Should().Be(PipelineStatus.Succeeded);
        var asked = events.Single(one => one.Approval is not null);
        asked.Message.Should().StartWith("Ask waits for approval of ").And.EndWith("(A change)");
        asked.Approval!.Revisions.Should().Equal(result.Revisions);
        (asked.Approval.Stage, asked.Approval.Action, asked.Approval.Question, asked.Approval.Link).Should().Be(("Approve", "Ask", "Ship it?", "https://example.com/report"));
        events.Should().Contain(one => one.Message == "Ask succeeded: seen");
    }

    [Fact]
    public async Task Reject_WhatWaits_FailsWithTheReason()
    {
        await using var bench = await WaitingAsync();
        await using var run = await bench.AttachAsync();

        await bench.Clock.DriveAsync(run.RejectAsync("not on a Friday", "Ask", Token));
        var (result, _) = await bench.FinishAsync(run);

        result.Status.Should().Be(PipelineStatus.Failed);
        result.Reason.Should().Contain("not on a Friday");
        result.Diagnosis!.Causes.Should().ContainSingle().Which.Finding.Code.Should().Be("BG736");
    }

    [Fact]
    public async Task Approve_ReplyIsLost_CountsOnce()
    {
        await using var bench = await WaitingAsync();
        await using var run = await bench.AttachAsync();
        bench.Simulator.Faults.On("codepipeline:PutApprovalResult").Call(1).LoseReply();

        await bench.Clock.DriveAsync(run.ApproveAsync(cancellationToken: Token));

        (await bench.FinishAsync(run)).Result.Status.Should().Be(PipelineStatus.Succeeded);
    }

    [Fact]
    public async Task Approve_NothingWaits_SaysSo()
    {
        await using var bench = await WaitingAsync();
        await using var run = await bench.AttachAsync();

        await run.Awaiting(one => one.ApproveAsync(action: "Other", cancellationToken: Token)).Should().ThrowAsync<NoPendingApprovalException>().WithMessage("*Other*");
        await run.Awaiting(one => one.ApproveAsync(new string('x', 513), cancellationToken: Token)).Should().ThrowAsync<ArgumentException>().WithMessage("*513*512*");
        await run.Awaiting(one => one.RejectAsync(" ", cancellationToken: Token)).Should().ThrowAsync<ArgumentException>();
        await bench.Clock.DriveAsync(run.ApproveAsync(cancellationToken: Token));
        await run.Awaiting(one => one.ApproveAsync(cancellationToken: Token)).Should().ThrowAsync<NoPendingApprovalException>();
    }

    [Fact]
    public async Task Approve_SomebodyElseRejectsAtTheSameTime_SaysSo()
    {
        await using var bench = await WaitingAsync();
        await using var run = await bench.AttachAsync();
        bench.Simulator.Faults.On("codepipeline:PutApprovalResult").Call(1).Throttle();

        var approving = run.ApproveAsync(cancellationToken: Token);
        bench.World.Call("codepipeline.PutApprovalResult", new()
        {
            ["pipelineName"] = PipelineWorld.Name,
            ["stageName"] = "Approve",
            ["actionName"] = "Ask",
            ["result"] = new System.Text.Json.Nodes.JsonObject { ["summary"] = "no", ["status"] = "Rejected" },
            ["token"] = bench.LastAction("Approve").Text("token"),
        });

        await bench.Awaiting(one => one.Clock.DriveAsync(approving)).Should().ThrowAsync<NoPendingApprovalException>().WithMessage("*Somebody else has answered it: it is Failed.*");
    }

    private static async Task<PipelineBench> WaitingAsync()
    {
        var approval = PipelineWorld.Stage("Approve", PipelineWorld.Action("Ask", "Approval", "Manual", new() { ["CustomData"] = "Ship it?", ["ExternalEntityLink"] = "https://example.com/report" }));
        var bench = await PipelineBench.StartedAsync(null, PipelineWorld.Source(), approval);
        bench.RunUntil("Approve");
        return bench;
    }
}
