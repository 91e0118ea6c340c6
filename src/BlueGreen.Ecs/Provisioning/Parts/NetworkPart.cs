using Amazon.EC2;
using Amazon.EC2.Model;
using Amazon.ElasticLoadBalancingV2.Model;

namespace BlueGreen.Ecs.Provisioning.Parts;

/// <summary>The VPC and its subnets: those that are named, an existing load balancer's, or the default ones. They are used, and never made.</summary>
internal sealed class NetworkPart(BlueGreenEnvironment environment, IAmazonEC2 ec2) : EnvironmentPart(environment, ResourceKind.Network, environment.Name)
{
    private const string Operation = "ec2:DescribeSubnets";

    public override bool IsExisting => true;

    public override IReadOnlyList<string> DependsOn => Environment.LoadBalancer.IsExisting ? [PartIds.LoadBalancer(Environment)] : [];

    public override string WhenMissing => Environment.Network.Subnets.Count + Environment.Network.TaskSubnets.Count > 0
        ? $"One of the subnets {string.Join(", ", Environment.Network.Subnets.Concat(Environment.Network.TaskSubnets).Distinct(StringComparer.Ordinal))} does not exist. Name subnets of this account and region."
        : "The region has no default VPC with subnets. Name subnets with InNetwork(…).";

    public override async Task<FoundPart?> ReadAsync(KnownParts known, CancellationToken cancellationToken)
    {
        var wanted = Environment.Network;
        var balancer = known.Find<LoadBalancer>(PartIds.LoadBalancer(Environment));
        var named = wanted.Subnets.Count > 0 || !Environment.LoadBalancer.IsExisting ? wanted.Subnets : (balancer?.AvailabilityZones ?? []).Select(zone => zone.SubnetId).ToEquatableArray();
        if (Environment.LoadBalancer.IsExisting && named.Count + wanted.TaskSubnets.Count == 0)
        {
            return null;
        }

        var all = named.Concat(wanted.TaskSubnets).Distinct(StringComparer.Ordinal).ToList();
        var request = all.Count > 0
            ? new DescribeSubnetsRequest { SubnetIds = all }
            : new DescribeSubnetsRequest { Filters = [new() { Name = "default-for-az", Values = ["true"] }] };
        var response = await PartCalls.FindAsync(Operation, ec2.DescribeSubnetsAsync(request, cancellationToken), "InvalidSubnetID").ConfigureAwait(false);
        if (response?.Subnets is not { Count: > 0 } found)
        {
            return null;
        }

        IReadOnlyList<string> subnets = named.Count > 0 ? [.. named] : [.. found.Select(subnet => subnet.SubnetId).Except(wanted.TaskSubnets, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var vpcs = found.Select(subnet => subnet.VpcId).Distinct(StringComparer.Ordinal).ToList();
        return new(
            string.Join(", ", vpcs.Select(vpc => known.Place.Arn("ec2", $"vpc/{vpc}"))),
            Tags: null,
            new NetworkFound(vpcs, subnets, wanted.TaskSubnets.Count > 0 ? [.. wanted.TaskSubnets] : subnets));
    }

    public override IEnumerable<Difference> Compare(FoundPart found, KnownParts known)
    {
        var network = found.As<NetworkFound>();
        if (network.VpcIds.Count > 1)
        {
            yield return new($"The subnets are of {network.VpcIds.Count} VPCs, {string.Join(" and ", network.VpcIds)}; load balancer and tasks must be in one.", IsForGood: true);
        }
        else if (Environment.LoadBalancer.IsExisting && known.Find(PartIds.LoadBalancer(Environment)) is { } balancer && balancer.As<LoadBalancer>().VpcId is { } other && other != network.VpcId)
        {
            yield return new($"The load balancer is in {other}, the tasks' subnets are in {network.VpcId}; it could not reach them.", IsForGood: true, balancer.Arn);
        }
    }

    public override Task CreateAsync(KnownParts known, CancellationToken cancellationToken) => throw new InvalidOperationException("A network is never made.");

    public override Task DeleteAsync(FoundPart found, KnownParts known, CancellationToken cancellationToken) => throw new InvalidOperationException("A network is never removed.");
}
