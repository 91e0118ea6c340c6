namespace BlueGreen.Ecs;

/// <summary>A plan has errors; nothing has been registered or started.</summary>
/// <param name="plan">The plan.</param>
public sealed class PreflightException(DeploymentPlan plan)
    : BlueGreenException("The deployment would fail, and was not started:\n" +
        string.Join('\n', (plan ?? throw new ArgumentNullException(nameof(plan))).Findings.Where(f => f.Severity == FindingSeverity.Error).Select(f => $"- {f}")))
{
    /// <summary>The plan, with everything that was found.</summary>
    public DeploymentPlan Plan => plan;
}
