namespace BlueGreen.Ecs;

/// <summary>An environment that is there.</summary>
public sealed record ProvisionedEnvironment
{
    /// <summary>What was done with each resource; with its ARN.</summary>
    public required EnvironmentPlan Plan { get; init; }

    /// <summary>The service as deployments name it: <c>cluster/service</c>.</summary>
    public ServiceReference Service => Plan.Environment.ServiceReference;

    /// <summary>The load balancer's host name.</summary>
    public required string HostName { get; init; }

    /// <summary>The ARN of the listener that users reach.</summary>
    public required string ProductionListenerArn { get; init; }

    /// <summary>The ARN of the listener on which a new version is tried. Default: none.</summary>
    public string? TestListenerArn { get; init; }

    /// <summary>Where images are pushed to, without a tag. Default: none, the environment has no repository.</summary>
    public string? ImageRepository { get; init; }
}
