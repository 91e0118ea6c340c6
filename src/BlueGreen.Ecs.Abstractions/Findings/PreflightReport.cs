namespace BlueGreen.Ecs;

/// <summary>What was found before a deployment, also where no plan could be made.</summary>
public sealed record PreflightReport
{
    /// <summary>The service.</summary>
    public required ServiceReference Service { get; init; }

    /// <summary>The plan. Default: none, because what it rests on may not be read.</summary>
    public DeploymentPlan? Plan { get; init; }

    /// <summary>What was found, and what could not be checked.</summary>
    public EquatableArray<Finding> Findings { get; init; }

    /// <summary>Whether a plan was made that may be carried out.</summary>
    public bool CanStart => Plan is { CanStart: true };
}
