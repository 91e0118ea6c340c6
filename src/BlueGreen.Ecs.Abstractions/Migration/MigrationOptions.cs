namespace BlueGreen.Ecs;

/// <summary>What is wanted of a migration otherwise than the deployment group says.</summary>
public sealed record MigrationOptions
{
    /// <summary>How traffic moves from now on. Default: as the group's deployment configuration says.</summary>
    public TrafficShift? Shift { get; init; }

    /// <summary>The infrastructure role with which ECS moves traffic, by name or ARN; it is used as it is. Default: <c>ecsInfrastructureRole-SERVICE</c> is made when it is missing.</summary>
    public string? InfrastructureRole { get; init; }

    /// <summary>
    /// The ARN of the role with which ECS calls the functions of the last AppSpec's hooks, which become lifecycle hooks. ECS wants another answer of them than CodeDeploy: <c>hookStatus</c> as their
    /// result. Default: none, and hooks are not carried over.
    /// </summary>
    public string? HookRoleArn { get; init; }

    /// <summary>Whether CodeDeploy's deployment group is removed in the end, and its application where no other group is in it. Default: no, both stay.</summary>
    public bool RemovesCodeDeploy { get; init; }
}
