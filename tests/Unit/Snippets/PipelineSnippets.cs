namespace BlueGreen.Ecs.Tests.Unit.Snippets;

/// <summary>The code of docs/pipelines.md; what it does is tested in <c>Pipelines</c>.</summary>
internal static class PipelineSnippets
{
    public static async Task StartAsync(IPipelines pipelines, CancellationToken cancellationToken)
    {
        await using PipelineRun run = await pipelines.StartAsync("web", cancellationToken: cancellationToken);
        await foreach (PipelineEvent happened in run.Events.WithCancellation(cancellationToken))
        {
            Console.WriteLine(happened);
        }

        PipelineResult result = (await run.Completion).EnsureSucceeded();
        Console.WriteLine($"{result.Revisions[0].Id} is live by {result.DeploymentId}");
    }

    public static async Task ApproveAsync(IPipelines pipelines, Func<PendingApproval, Task<bool>> ask, CancellationToken cancellationToken)
    {
        await using PipelineRun run = await pipelines.AttachAsync("web", cancellationToken: cancellationToken);
        await foreach (PipelineEvent happened in run.Events.WithCancellation(cancellationToken))
        {
            if (happened.Approval is { } approval)
            {
                await (await ask(approval)
                    ? run.ApproveAsync("seen on staging", approval.Action, cancellationToken)
                    : run.RejectAsync("not on a Friday", approval.Action, cancellationToken));
            }
        }
    }

    public static async Task RetryAsync(PipelineRun run, CancellationToken cancellationToken)
    {
        if ((await run.Completion).Status == PipelineStatus.Failed)
        {
            await using PipelineRun again = await run.RetryAsync(cancellationToken: cancellationToken);
            await again.Completion;
        }
    }

    public static async Task StopAsync(PipelineRun run, CancellationToken cancellationToken)
    {
        await run.StopAsync(abandon: false, "superseded by a fix", cancellationToken);
    }

    public static Task<PipelineRun> PinAsync(IPipelines pipelines, string commit, string jobId, CancellationToken cancellationToken) =>
        pipelines.StartAsync("web", new() { Revisions = [new("Source", "COMMIT_ID", commit)], RequestToken = jobId }, cancellationToken);
}
