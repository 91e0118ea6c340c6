namespace BlueGreen.Ecs;

/// <summary>
/// What CodeDeploy is to deploy. Mirrors the
/// <see href="https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-resources.html">AppSpec file for ECS</see>;
/// members that have no property here are kept, each where it stood: in <see cref="Additional"/> and its likes.
/// </summary>
public sealed record AppSpec
{
    /// <summary>The name that stands over the one resource. Default: <c>TargetService</c>.</summary>
    public string ResourceName { get; init; } = "TargetService";

    /// <summary>The task definition's ARN, or the placeholder <c>&lt;TASK_DEFINITION&gt;</c> (the default), which is filled when the deployment starts.</summary>
    public string TaskDefinition { get; init; } = "<TASK_DEFINITION>";

    /// <summary>The container that gets the load balancer's traffic.</summary>
    public required string ContainerName { get; init; }

    /// <summary>The port of that container, 1 to 65535.</summary>
    public required int ContainerPort { get; init; }

    /// <summary>The Fargate platform version. Default: none, which AWS reads as <c>LATEST</c>.</summary>
    public string? PlatformVersion { get; init; }

    /// <summary>The network of the new tasks. Default: none, the service's.</summary>
    public AwsvpcConfiguration? Network { get; init; }

    /// <summary>The capacity providers of the new tasks. Default: none, the service's.</summary>
    public EquatableArray<CapacityProviderStrategyItem> CapacityProviderStrategy { get; init; }

    /// <summary>The Lambda functions that CodeDeploy asks at lifecycle events.</summary>
    public EquatableArray<LifecycleHook> Hooks { get; init; }

    /// <summary>Members of <c>LoadBalancerInfo</c> that have no property here.</summary>
    public EquatableArray<JsonMember> AdditionalLoadBalancerInfo { get; init; }

    /// <summary>Members of <c>NetworkConfiguration</c> that have no property here.</summary>
    public EquatableArray<JsonMember> AdditionalNetworkConfiguration { get; init; }

    /// <summary>Members of <c>Properties</c> that have no property here.</summary>
    public EquatableArray<JsonMember> AdditionalProperties { get; init; }

    /// <summary>Members beside <c>Type</c> and <c>Properties</c>.</summary>
    public EquatableArray<JsonMember> AdditionalResource { get; init; }

    /// <summary>Members of the document that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
