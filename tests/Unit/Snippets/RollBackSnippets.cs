namespace BlueGreen.Ecs.Tests.Unit.Snippets;

/// <summary>The code of docs/rollback.md; what it does is tested in <c>Deploying</c>.</summary>
internal static class RollBackSnippets
{
    public static async Task<DeploymentResult> BackAsync(IDeployer deployer, IProgress<DeploymentEvent> progress, CancellationToken cancellationToken)
    {
        DeploymentPlan plan = await deployer.PlanRollBackAsync("web/labo-terraform-admin", cancellationToken);
        Console.WriteLine(plan.Changes);
        DeploymentResult result = await deployer.ExecuteAsync(plan, progress, cancellationToken);
        return result;
    }

    public static async Task<DeploymentResult> ShiftedAsync(IDeployer deployer, Deployment deployment, IProgress<DeploymentEvent> progress, CancellationToken cancellationToken)
    {
        DeploymentResult shifted = await deployer.DeployAsync(deployment, progress, cancellationToken); // with ReturnWhenShifted()

        await using DeploymentRun run = await deployer.AttachAsync("web/labo-terraform-admin", cancellationToken); // or ResumeAsync
        DeploymentResult ended = await run.Completion; // Succeeded, or RolledBack
        return ended with { Duration = shifted.Duration + ended.Duration };
    }

    public static Deployment Newest(string image)
    {
        Deployment deployment = Deployment.For("web/labo-terraform-admin")
            .WithTaskDef(running => running.WithContainer("labo-terraform-admin", app => app.WithImage(image)))
            .WhenRunning(ConcurrencyPolicy.Supersede)
            .Build();
        return deployment;
    }
}
