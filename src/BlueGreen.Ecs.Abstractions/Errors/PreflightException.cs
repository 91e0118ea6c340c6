namespace BlueGreen.Ecs;

/// <summary>A plan has errors; nothing has been registered or started. Of several deployments together, none has been started.</summary>
public sealed class PreflightException : BlueGreenException
{
    /// <summary>Of one deployment.</summary>
    /// <param name="plan">The plan.</param>
    public PreflightException(DeploymentPlan plan)
        : this([plan ?? throw new ArgumentNullException(nameof(plan))])
    {
    }

    /// <summary>Of several deployments together.</summary>
    /// <param name="plans">The plans that have errors, at least one.</param>
    public PreflightException(EquatableArray<DeploymentPlan> plans)
        : base($"{(plans.Count == 1 ? "The deployment would fail, and was not started" : "The deployments would fail, and none was started")}:\n{string.Join('\n', plans.SelectMany(plan => Errors(plan, plans.Count > 1)))}") =>
        Plans = plans;

    /// <summary>The first plan that has errors, with everything that was found.</summary>
    public DeploymentPlan Plan => Plans[0];

    /// <summary>The plans that have errors.</summary>
    public EquatableArray<DeploymentPlan> Plans { get; }

    private static IEnumerable<string> Errors(DeploymentPlan plan, bool isNamed) => plan.Findings
        .Where(finding => finding.PreventsStart)
        .Select(finding => isNamed ? $"- {plan.Service.Reference}: {finding}" : $"- {finding}");
}
