namespace BlueGreen.Ecs;

/// <summary>Where an environment's load balancer and tasks are.</summary>
public sealed record EnvironmentNetwork
{
    /// <summary>The load balancer's subnets, in two zones at least. Default: those of an existing load balancer, else the default subnets of the default VPC.</summary>
    public EquatableArray<string> Subnets { get; init; }

    /// <summary>The tasks' subnets, of the same VPC. Default: the load balancer's.</summary>
    public EquatableArray<string> TaskSubnets { get; init; }

    /// <summary>The load balancer's security groups. Default: one is made that admits <see cref="AdmittedRange"/> to the listeners' ports.</summary>
    public EquatableArray<string> LoadBalancerSecurityGroups { get; init; }

    /// <summary>The tasks' security groups. Default: one is made that admits the load balancer to the container's port.</summary>
    public EquatableArray<string> TaskSecurityGroups { get; init; }

    /// <summary>Who may reach a load balancer whose security group is made, as an IPv4 range. Default: everybody.</summary>
    public string AdmittedRange { get; init; } = "0.0.0.0/0";

    /// <summary>Whether tasks get public addresses; without, their subnets need another way to their image's registry. Default: yes, as the ECS console has it.</summary>
    public bool AssignPublicIp { get; init; } = true;
}
