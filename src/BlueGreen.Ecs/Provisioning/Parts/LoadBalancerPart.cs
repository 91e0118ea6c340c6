using Amazon.EC2.Model;
using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Provisioning.Parts;

/// <summary>The Application Load Balancer.</summary>
internal sealed class LoadBalancerPart(BlueGreenEnvironment environment, IAmazonElasticLoadBalancingV2 balancing)
    : EnvironmentPart(environment, ResourceKind.LoadBalancer, PartNames.LoadBalancer(environment))
{
    public override bool IsExisting => Environment.LoadBalancer.IsExisting;

    public override IReadOnlyList<string> DependsOn => IsExisting ? [] : [PartIds.Network(Environment), .. HasOwnGroup ? [PartIds.LoadBalancerGroup(Environment)] : Array.Empty<string>()];

    private bool HasOwnGroup => Environment.Network.LoadBalancerSecurityGroups.Count == 0;

    private LoadBalancerSchemeEnum Scheme => Environment.IsInternal ? LoadBalancerSchemeEnum.Internal : LoadBalancerSchemeEnum.InternetFacing;

    public override async Task<FoundPart?> ReadAsync(KnownParts known, CancellationToken cancellationToken)
    {
        var name = Environment.LoadBalancer.Name;
        var request = ArnText.IsArn(name) ? new DescribeLoadBalancersRequest { LoadBalancerArns = [name] } : new() { Names = [name] };
        var response = await PartCalls.FindAsync("elasticloadbalancing:DescribeLoadBalancers", balancing.DescribeLoadBalancersAsync(request, cancellationToken), "LoadBalancerNotFound").ConfigureAwait(false);
        return response?.LoadBalancers?.FirstOrDefault() is { } found ? await BalancerTags.ReadAsync(balancing, found.LoadBalancerArn, found, cancellationToken).ConfigureAwait(false) : null;
    }

    public override Task<string?> FindObstacleAsync(KnownParts known, CancellationToken cancellationToken) => BalancerQuotas.OfLoadBalancersAsync(balancing, cancellationToken);

    public override IEnumerable<Difference> Compare(FoundPart found, KnownParts known)
    {
        var balancer = found.As<LoadBalancer>();
        if (balancer.Type != LoadBalancerTypeEnum.Application)
        {
            yield return new($"It is a load balancer of the type {balancer.Type}, not an Application Load Balancer.", IsForGood: true);
        }

        if (IsExisting || known.Find<NetworkFound>(PartIds.Network(Environment)) is not { VpcIds.Count: 1 } network)
        {
            yield break;
        }

        if (balancer.VpcId != network.VpcId)
        {
            yield return new($"It is in {balancer.VpcId}, the subnets are in {network.VpcId}; a load balancer's VPC cannot be changed.", IsForGood: true);
            yield break;
        }

        if (balancer.Scheme != Scheme)
        {
            yield return new($"It is {balancer.Scheme}, not {Scheme}; that cannot be changed.", IsForGood: true);
        }

        if (!SubnetsOf(balancer).SetEquals(network.Subnets))
        {
            yield return new("It is in other subnets.");
        }

        if (Groups(known) is { Count: > 0 } groups && !groups.ToHashSet(StringComparer.Ordinal).SetEquals(balancer.SecurityGroups ?? []))
        {
            yield return new("It has other security groups.");
        }
    }

    public override async Task CreateAsync(KnownParts known, CancellationToken cancellationToken)
    {
        var request = new CreateLoadBalancerRequest
        {
            Name = Name,
            Type = LoadBalancerTypeEnum.Application,
            Scheme = Scheme,
            Subnets = [.. known.Get(PartIds.Network(Environment)).As<NetworkFound>().Subnets],
            SecurityGroups = Groups(known),
            Tags = BalancerTags.Of(Environment),
        };
        await AwsCalls.CallAsync("elasticloadbalancing:CreateLoadBalancer", balancing.CreateLoadBalancerAsync(request, cancellationToken)).ConfigureAwait(false);
    }

    public override async Task UpdateAsync(FoundPart found, KnownParts known, CancellationToken cancellationToken)
    {
        var subnets = known.Get(PartIds.Network(Environment)).As<NetworkFound>().Subnets;
        if (!SubnetsOf(found.As<LoadBalancer>()).SetEquals(subnets))
        {
            await AwsCalls.CallAsync("elasticloadbalancing:SetSubnets", balancing.SetSubnetsAsync(new() { LoadBalancerArn = found.Arn, Subnets = [.. subnets] }, cancellationToken)).ConfigureAwait(false);
        }

        await AwsCalls.CallAsync("elasticloadbalancing:SetSecurityGroups", balancing.SetSecurityGroupsAsync(new() { LoadBalancerArn = found.Arn, SecurityGroups = Groups(known) }, cancellationToken)).ConfigureAwait(false);
    }

    public override async Task DeleteAsync(FoundPart found, KnownParts known, CancellationToken cancellationToken) =>
        await AwsCalls.CallAsync("elasticloadbalancing:DeleteLoadBalancer", balancing.DeleteLoadBalancerAsync(new() { LoadBalancerArn = found.Arn }, cancellationToken)).ConfigureAwait(false);

    public override string? Awaited(FoundPart found) => found.As<LoadBalancer>().State is { Code: { } code } && code != LoadBalancerStateEnum.Active ? $"the load balancer is {code}" : null;

    private static HashSet<string> SubnetsOf(LoadBalancer balancer) => (balancer.AvailabilityZones ?? []).Select(zone => zone.SubnetId).ToHashSet(StringComparer.Ordinal);

    private List<string> Groups(KnownParts known) => !HasOwnGroup ? [.. Environment.Network.LoadBalancerSecurityGroups]
        : known.Find<SecurityGroup>(PartIds.LoadBalancerGroup(Environment)) is { } own ? [own.GroupId] : [];
}
