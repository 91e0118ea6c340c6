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

    public static Deployment Newest(string image)
    {
        Deployment deployment = Deployment.For("web/labo-terraform-admin")
            .WithTaskDef(running => running.WithContainer("labo-terraform-admin", app => app.WithImage(image)))
            .WhenRunning(ConcurrencyPolicy.Supersede)
            .Build();
        return deployment;
    }
}
