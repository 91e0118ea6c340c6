namespace BlueGreen.Ecs.Tests.Unit.Snippets;

/// <summary>The code of docs/rollback.md; what it does is tested in <c>Deploying</c>.</summary>
internal static class RollBackSnippets
{
    public static async Task<DeploymentResult> BackAsync(IDeployer deployer)
    {
        DeploymentPlan plan = await deployer.PlanRollBackAsync("web/labo-terraform-admin");
        Console.WriteLine(plan.Changes);
        DeploymentResult result = await deployer.ExecuteAsync(plan);
        return result;
    }

    public static Deployment Newest(string image)
    {
        Deployment deployment = Deployment.For("web/labo-terraform-admin")
            .WithTaskDef(running => running.WithImage("labo-terraform-admin", image))
            .WhenRunning(ConcurrencyPolicy.Supersede)
            .Build();
        return deployment;
    }
}
