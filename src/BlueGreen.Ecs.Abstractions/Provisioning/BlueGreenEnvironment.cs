namespace BlueGreen.Ecs;

/// <summary>
/// Everything that a blue/green service stands on, from the image repository to the deployment group: what is wanted, made by <c>BlueGreenEnvironment.For(…)</c>. It names no
/// account and no region, so that the same description makes the same environment anywhere.
/// </summary>
public sealed record BlueGreenEnvironment
{
    /// <summary>The key of the tag by which a resource is known to belong to an environment; its value is <see cref="Name"/>.</summary>
    public const string TagKey = "bluegreen:environment";

    /// <summary>What the environment is called: the value of the tag, and what other names begin with.</summary>
    public required string Name { get; init; }

    /// <summary>The ECS cluster.</summary>
    public required EnvironmentResource Cluster { get; init; }

    /// <summary>The ECS service.</summary>
    public required EnvironmentService Service { get; init; }

    /// <summary>The ECR repository. Default of the builder: one when the task definition has a placeholder that nothing else fills.</summary>
    public EnvironmentResource? Repository { get; init; }

    /// <summary>The tag in <see cref="Repository"/> of the image that fills the placeholders left in <see cref="TaskDefinition"/>.</summary>
    public required string ImageTag { get; init; }

    /// <summary>
    /// The first version's task definition. Placeholders that are left in its images, the execution role and the region of its logs are filled when it is registered.
    /// </summary>
    public required TaskDefinition TaskDefinition { get; init; }

    /// <summary>The log groups of its containers, and of its builds.</summary>
    public EquatableArray<EnvironmentResource> LogGroups { get; init; }

    /// <summary>How many days log groups that are made keep their events. Default: for ever.</summary>
    public int? LogRetentionDays { get; init; }

    /// <summary>The role with which ECS starts tasks.</summary>
    public required EnvironmentResource ExecutionRole { get; init; }

    /// <summary>The role that the application takes on. Default: none.</summary>
    public EnvironmentResource? TaskRole { get; init; }

    /// <summary>What the application may do, as a policy document of IAM, where <see cref="TaskRole"/> is made. Default: nothing.</summary>
    public string? TaskPolicy { get; init; }

    /// <summary>The role that moves the traffic: CodeDeploy's, or the infrastructure role of ECS. None with the controller <c>EXTERNAL</c>, whose traffic this library moves.</summary>
    public EnvironmentResource? TrafficRole { get; init; }

    /// <summary>Whether roles that are made get inline policies with what this environment needs, instead of AWS's managed ones. Default: no.</summary>
    public bool HasLeastPrivilege { get; init; }

    /// <summary>The subnets and security groups.</summary>
    public EnvironmentNetwork Network { get; init; } = new();

    /// <summary>The Application Load Balancer; one that is there already by name or ARN.</summary>
    public required EnvironmentResource LoadBalancer { get; init; }

    /// <summary>Whether a load balancer that is made has private addresses only. Default: no.</summary>
    public bool IsInternal { get; init; }

    /// <summary>The listener that users reach.</summary>
    public required EnvironmentListener ProductionListener { get; init; }

    /// <summary>The listener on which a new version is tried. Default: none.</summary>
    public EnvironmentListener? TestListener { get; init; }

    /// <summary>The two target groups between which traffic moves.</summary>
    public required EnvironmentTargetGroups TargetGroups { get; init; }

    /// <summary>How new versions get their traffic.</summary>
    public EnvironmentDeployments Deployments { get; init; } = new();

    /// <summary>The CodeDeploy application and deployment group; none with another controller.</summary>
    public CodeDeployTarget? CodeDeploy { get; init; }

    /// <summary>The continuous delivery. Default: none.</summary>
    public EnvironmentPipeline? Pipeline { get; init; }

    /// <summary>The CloudWatch alarms that stop a deployment. Default: none.</summary>
    public EquatableArray<EnvironmentAlarm> Alarms { get; init; }

    /// <summary>Tags that every resource gets besides the environment's own. Default: none.</summary>
    public EquatableArray<Tag> Tags { get; init; }

    /// <summary>Whether an apply ends only when all tasks run and pass their health checks, for which their image must be there. Default: no.</summary>
    public bool WaitsUntilSteady { get; init; }

    /// <summary>The service as deployments name it.</summary>
    public ServiceReference ServiceReference => ServiceReference.Parse($"{Cluster.Name}/{Service.Name}");
}
