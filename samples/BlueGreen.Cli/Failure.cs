using BlueGreen.Ecs;

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

    public static IEnumerable<string> ErrorsOf(DeploymentPlan plan) =>
        plan.Findings.Where(finding => finding.PreventsStart).Select(finding => finding.ToString());
}
