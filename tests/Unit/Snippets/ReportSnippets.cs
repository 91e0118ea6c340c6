using BlueGreen.Ecs.Reports;

namespace BlueGreen.Ecs.Tests.Unit.Snippets;

/// <summary>The code of docs/reports.md, and the findings of its examples.</summary>
internal static class ReportSnippets
{
    public static IReadOnlyList<Finding> Findings { get; } =
    [
        new("BG133", FindingSeverity.Warning, "taskdef.json:4:16 containerDefinitions[0].image", "The image shop:latest is named by a tag that moves.", "Name a tag that stays, or a digest.")
        {
            Position = new("taskdef.json", 4, 16, "containerDefinitions[0].image"),
            SuppressedBecause = "the image is rebuilt nightly",
        },
        new("BG255", FindingSeverity.Note, "web/shop", "The service is scaled between 1 and 6 tasks.", "None is needed."),
        new("BG301", FindingSeverity.Error, "prod | listener", "It forwards to a target group outside of the pair.", "Let it forward to one of the pair.") { Evidence = ["forward <tg-old> 100 %"] },
    ];

    public static async Task WriteAsync(IDeployer deployer, Deployment deployment, string summaryFile, CancellationToken cancellationToken)
    {
        DeploymentPlan plan = await deployer.PlanAsync(deployment, cancellationToken);
        FindingReport report = FindingReport.Of(plan);
        Console.Write(report.ToText());
        await File.AppendAllTextAsync(summaryFile, report.ToMarkdown("https://example.com/findings/{code}"), cancellationToken);
    }
}
