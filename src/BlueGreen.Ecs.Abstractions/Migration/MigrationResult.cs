namespace BlueGreen.Ecs;

/// <summary>A service that ECS itself deploys now.</summary>
public sealed record MigrationResult
{
    /// <summary>What was done.</summary>
    public required MigrationPlan Plan { get; init; }

    /// <summary>The ARN of ECS's deployment that brought the same version up once more. None where there was nothing to do.</summary>
    public string? ServiceDeploymentArn { get; init; }

    /// <summary>The ARN of the target group that serves now. None where there was nothing to do.</summary>
    public string? ServingTargetGroupArn { get; init; }

    /// <summary>CodeDeploy's application and deployment group that are left. None where they were removed, or there was nothing to do.</summary>
    public CodeDeployTarget? LeftOver { get; init; }
}
