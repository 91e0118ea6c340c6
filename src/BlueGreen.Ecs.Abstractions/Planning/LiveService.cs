namespace BlueGreen.Ecs;

/// <summary>An ECS service as it was found, as far as engines need it.</summary>
public sealed record LiveService
{
    /// <summary>How it was asked for.</summary>
    public required ServiceReference Reference { get; init; }

    /// <summary>Its ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>Its deployment controller: <c>ECS</c>, <c>CODE_DEPLOY</c> or <c>EXTERNAL</c>.</summary>
    public required string DeploymentController { get; init; }

    /// <summary>The ARN of the task definition that runs.</summary>
    public required string TaskDefinitionArn { get; init; }

    /// <summary>How many tasks are wanted.</summary>
    public int DesiredCount { get; init; }

    /// <summary>How many deployments and task sets it has that are not gone yet, the serving one among them. AWS is known to refuse a sixth. Default: 0, not known.</summary>
    public int OpenDeployments { get; init; }

    /// <summary>The container that gets the load balancer's traffic. Default: none.</summary>
    public string? ContainerName { get; init; }

    /// <summary>That container's port. Default: none.</summary>
    public int? ContainerPort { get; init; }

    /// <summary>The ARN of the target group of the version that serves. Default: none.</summary>
    public string? TargetGroupArn { get; init; }

    /// <summary>The network of the tasks that serve. Default: none, which is so for tasks that share their host's network.</summary>
    public AwsvpcConfiguration? Network { get; init; }

    /// <summary>The Fargate platform version of the tasks that serve, such as <c>1.4.0</c> or <c>LATEST</c>. Default: none.</summary>
    public string? PlatformVersion { get; init; }

    /// <summary>The capacity providers of the tasks that serve. Default: none, which is so for a service with a launch type.</summary>
    public EquatableArray<CapacityProviderStrategyItem> CapacityProviderStrategy { get; init; }
}
