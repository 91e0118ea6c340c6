using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Services.Ec2;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>The network interface of a task.</summary>
/// <param name="TaskId">The task, from whose id the interface's names are derived, so that showing them draws no new identifier.</param>
/// <param name="Ip">Its private address; empty where none was to be had.</param>
/// <param name="Subnet">Its subnet, where EC2 knows it.</param>
/// <param name="Groups">Its security groups.</param>
/// <param name="HasPublicIp">Whether it has a public address.</param>
internal sealed record TaskNetwork(string TaskId, string Ip, Subnet? Subnet, IReadOnlyList<string> Groups, bool HasPublicIp)
{
    /// <summary>Why there is no interface.</summary>
    public string? Error { get; init; }

    /// <summary>Whether the task gets to a service of AWS, such as <c>ecr.api</c>.</summary>
    public bool Reaches(Region region, string service) => Reachability.Reaches(region, Subnet, Groups, HasPublicIp, service);

    public string InterfaceId => $"eni-0{TaskId[..16]}";

    public string MacAddress => $"02:{TaskId[..2]}:{TaskId[2..4]}:{TaskId[4..6]}:{TaskId[6..8]}:{TaskId[8..10]}";

    /// <summary>Derived from the private address, in 198.18.0.0/15, which is no one's.</summary>
    public string? PublicIp => HasPublicIp ? $"198.18.{string.Join('.', Ip.Split('.')[2..])}" : null;

    /// <returns>The name that the VPC's DNS has for it.</returns>
    public string DnsName(string region) => $"ip-{Ip.Replace('.', '-')}.{(region is "us-east-1" ? "ec2.internal" : $"{region}.compute.internal")}";
}
