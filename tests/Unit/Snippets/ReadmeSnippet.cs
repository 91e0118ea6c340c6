using Microsoft.Extensions.DependencyInjection;
using static BlueGreen.Ecs.RollBackTrigger;
using static BlueGreen.Ecs.TrafficShift;

namespace BlueGreen.Ecs.Tests.Unit.Snippets;

/// <summary>The code of the root's README; it is compiled, and needs an account to run.</summary>
internal static class ReadmeSnippet
{
    public static async Task DeployAsync(IProgress<DeploymentEvent> progress, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection();
        services.AddBlueGreenEcs(); // AWS clients, region and credentials come from the host, as usual
        await using var provider = services.BuildServiceProvider();
        var deployer = provider.GetRequiredService<IDeployer>();

        Deployment deployment = Deployment
            .For("web/labo-terraform-admin")
            .WithTaskDef("taskdef.json")
            .WithImage("IMAGE1_NAME", "123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/labo-terraform-admin:v2")
            .WithAppSpec("appspec.yaml")
            .Shift(Canary10Percent5Minutes)
            .RollBackOn(Alarm("5xx-high"))
            .OnCancel(CancelPolicy.StopAndRollBack)
            .Build(); // every mistake at once, in one exception

        DeploymentPlan plan = await deployer.PlanAsync(deployment, cancellationToken); // reads only
        Console.WriteLine(string.Join('\n', plan.Findings));

        DeploymentResult result = await deployer.DeployAsync(deployment, progress, cancellationToken);
        result.EnsureSucceeded();
    }
}
