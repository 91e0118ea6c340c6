using BlueGreen.Ecs.Reports;
using Microsoft.Extensions.DependencyInjection;

namespace BlueGreen.Ecs.Tests.Unit.Snippets;

/// <summary>The code of docs/preflight.md; what it does is tested in <c>Preflight</c>.</summary>
internal static class PreflightSnippets
{
    public static async Task CheckAsync(IDeployer deployer, Deployment deployment, CancellationToken cancellationToken)
    {
        PreflightReport report = await deployer.CheckAsync(deployment, cancellationToken);
        Console.WriteLine(FindingReport.Of(report.Service.ToString(), report.Findings).ToText());
        if (!report.CanStart)
        {
            return;
        }

        await deployer.ExecuteAsync(report.Plan!, cancellationToken: cancellationToken);
    }

    public static void Register(IServiceCollection services)
    {
        services.AddBlueGreenEcs(options =>
        {
            options.ImageScanThreshold = ImageScanSeverity.High; // findings of ECR's scan that count as errors
            options.PreflightLimit = TimeSpan.FromSeconds(5);
            options.ChecksSurroundings = true; // false: documents, and what the engine rests on, alone
        });
    }
}
