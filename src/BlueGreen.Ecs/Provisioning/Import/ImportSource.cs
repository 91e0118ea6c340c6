using Amazon.EC2.Model;
using Amazon.ECS.Model;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Provisioning.Import;

/// <summary>A running service, and what it names; the rest is found by these names.</summary>
internal sealed record ImportSource
{
    public required LiveService Live { get; init; }

    public required Service Service { get; init; }

    public required AwsPlace Place { get; init; }

    public required TaskDefinition Definition { get; init; }

    public required ImportedTraffic Traffic { get; init; }

    /// <summary>The deployment group. Default: none, the service has another controller.</summary>
    public ServiceGroup? Group { get; init; }

    /// <summary>How the group moves traffic; nothing when its configuration tells no shift of ECS.</summary>
    public TrafficShift? GroupShift { get; init; }

    /// <summary>What the group's last deployment deployed, with its hooks. Default: not known.</summary>
    public AppSpec? LastSpec { get; init; }

    /// <summary>The default subnets of the default VPC.</summary>
    public required IReadOnlyList<string> DefaultSubnets { get; init; }

    /// <summary>The security groups of load balancer and tasks.</summary>
    public required IReadOnlyList<SecurityGroup> SecurityGroups { get; init; }

    /// <summary>The alarms on the load balancer's traffic, by name, of a service whose controller names none. Default: none.</summary>
    public IReadOnlyList<string> Alarms { get; init; } = [];

    /// <summary>Whether Application Auto Scaling changes its size; nothing when nobody may look.</summary>
    public bool? IsScaled { get; init; }

    public IReadOnlyDictionary<string, string> Tags => EnvironmentTags.From(Service.Tags, tag => tag.Key, tag => tag.Value);

    /// <summary>The environment whose tag the service carries. Default: none.</summary>
    public string? Owner => EnvironmentTags.OwnerOf(Tags);

    public TaskSet? Primary => Parts.ServiceLook.Primary(Service);

    public EnvironmentController Controller => ControllerOf(Service);

    public IReadOnlyList<LoadBalancer> Balancers => Primary?.LoadBalancers is { Count: > 0 } own ? own : Service.LoadBalancers ?? [];

    public static EnvironmentController ControllerOf(Service service) => service.DeploymentController?.Type?.Value switch
    {
        "CODE_DEPLOY" => EnvironmentController.CodeDeploy,
        "EXTERNAL" => EnvironmentController.External,
        _ => EnvironmentController.EcsNative,
    };
}
