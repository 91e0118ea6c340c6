namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG140: a restart policy is in the ranges that ECS takes.</summary>
internal sealed class RestartPolicyRule() : ContainerRule("BG140")
{
    private const int MostExitCodes = 50;

    protected override void Check(ContainerDefinition container, Report report)
    {
        if (container.RestartPolicy is not { } policy)
        {
            return;
        }

        report.Range("restartPolicy.restartAttemptPeriod", policy.RestartAttemptPeriod, 60, 1800, "seconds");
        if (policy.IgnoredExitCodes.Count > MostExitCodes)
        {
            report.Error($"restartPolicy.ignoredExitCodes", $"There are {policy.IgnoredExitCodes.Count} exit codes; allowed are {MostExitCodes}.", "Name only those after which the container shall stay stopped.");
        }
    }
}
