using BlueGreen.Ecs;
using BlueGreen.Ecs.Reports;

namespace BlueGreen.Cli;

/// <summary>Tells what went wrong, each problem on its own line of standard error.</summary>
internal static class Failure
{
    public static int Tell(int exitCode, params IEnumerable<string> problems)
    {
        foreach (var problem in problems)
        {
            Console.Error.WriteLine($"error: {problem}");
        }

        return exitCode;
    }

    public static int Tell(int exitCode, Exception exception) => exception is PreflightException refused
        ? Tell(exitCode, ErrorsOf(refused.Plan))
        : Tell(exitCode, exception.Message);

    /// <summary>Tells it as one report, which is all that standard error then has.</summary>
    public static int Tell(int exitCode, FindingReport report, ReportFormat format)
    {
        Console.Error.Write(report.To(format));
        return exitCode;
    }

    public static IEnumerable<string> ErrorsOf(DeploymentPlan plan) =>
        plan.Findings.Where(finding => finding.PreventsStart).Select(finding => finding.ToString());
}
