namespace BlueGreen.Ecs;

/// <summary>What will happen. Making a plan only reads.</summary>
public sealed record DeploymentPlan
{
    /// <summary>What is wanted.</summary>
    public required Deployment Deployment { get; init; }

    /// <summary>The service as it was found.</summary>
    public required LiveService Service { get; init; }

    /// <summary>The name of the engine that will move the traffic, such as <c>CodeDeploy</c>.</summary>
    public required string Engine { get; init; }

    /// <summary>The task definition of the new version.</summary>
    public required TaskDefinition TaskDefinition { get; init; }

    /// <summary>The ARN of a registered revision with the same content, so that nothing is registered. Default: none, a revision will be registered.</summary>
    public string? EqualRevisionArn { get; init; }

    /// <summary>What changes between the task definition that runs and the new version's. Default: not known, because what runs was deleted, or the engine does not tell.</summary>
    public TaskDefinitionDiff? Changes { get; init; }

    /// <summary>What CodeDeploy, or a task set, takes from it: container, port and network; its task definition is filled in when the deployment starts. Default: none, where ECS moves the traffic.</summary>
    public AppSpec? AppSpec { get; init; }

    /// <summary>The CodeDeploy application and group.</summary>
    public CodeDeployTarget? CodeDeploy { get; init; }

    /// <summary>Between what, by what, and in whose name traffic will move. Default: nothing is known of it.</summary>
    public PlannedTraffic Traffic { get; init; } = new();

    /// <summary>The steps, in order.</summary>
    public EquatableArray<PlannedStep> Steps { get; init; }

    /// <summary>How long the deployment may take before it is given up: the schedule plus the longest waits that AWS allows.</summary>
    public TimeSpan Deadline { get; init; }

    /// <summary>How the service is scaled by others. Default: it has no scalable target, or that could not be read.</summary>
    public ServiceScaling? Scaling { get; init; }

    /// <summary>What the new version takes at the peak, while the old one is still there: as many tasks as the service wants, whatever the engine.</summary>
    public PlannedCapacity Capacity => PlannedCapacity.Of(Service.DesiredCount, TaskDefinition);

    /// <summary>What was found. With an <see cref="FindingSeverity.Error"/> that is not suppressed the deployment will not be started.</summary>
    public EquatableArray<Finding> Findings { get; init; }

    /// <summary>Whether the plan may be carried out.</summary>
    public bool CanStart => !Findings.Any(finding => finding.PreventsStart);
}
