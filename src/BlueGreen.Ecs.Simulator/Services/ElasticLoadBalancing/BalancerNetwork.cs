using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Services.Ec2;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.ElasticLoadBalancing;

/// <summary>
/// The subnets, security groups and VPC of load balancers and target groups. Those that EC2 knows are held against AWS's rules; an id that looks like AWS's and is not
/// known is refused; any other text is taken as it is.
/// </summary>
internal static class BalancerNetwork
{
    // The VPC and the zones of subnets that are just text.
    private const string SomeVpc = "vpc-0a1b2c3d4e5f60718";

    public static IReadOnlyList<string> SubnetsOf(JsonObject request) =>
        [.. request.Texts("Subnets"), .. request.Objects("SubnetMappings").Select(mapping => mapping.Text("SubnetId", ""))];

    /// <exception cref="AwsErrorException">A subnet is unknown or named twice, or they are too few, of several VPCs, or of one zone.</exception>
    public static void RequireSubnets(Region region, string type, JsonObject request)
    {
        var subnets = SubnetsOf(request);
        if (subnets.Distinct(StringComparer.Ordinal).Count() < subnets.Count)
        {
            throw new AwsErrorException("InvalidSubnet", "A subnet can be specified only once");
        }

        var ec2 = Ec2State.Of(region);
        if (Ec2State.FirstUnknown(ec2.Subnets, subnets) is { } unknown)
        {
            throw new AwsErrorException("SubnetNotFound", $"The subnet ID '{unknown}' is not valid");
        }

        if (type is "application" && subnets.Count < 2)
        {
            throw ElbErrors.Validation("At least two subnets in two different Availability Zones must be specified");
        }

        var known = Known(ec2, subnets);
        if (known.DistinctBy(subnet => subnet.Vpc).Count() > 1)
        {
            throw ElbErrors.InvalidConfiguration("All subnets must belong to the same VPC");
        }

        if (known.DistinctBy(subnet => subnet.Zone).Count() < known.Count)
        {
            throw ElbErrors.InvalidConfiguration("A load balancer cannot be attached to multiple subnets in the same Availability Zone");
        }
    }

    /// <exception cref="AwsErrorException">A group is unknown, or of another VPC than the known subnets.</exception>
    public static void RequireGroups(Region region, IReadOnlyList<string> groups, IReadOnlyList<string> subnets)
    {
        var ec2 = Ec2State.Of(region);
        var vpc = Known(ec2, subnets).FirstOrDefault()?.Vpc;
        if (Ec2State.FirstUnknown(ec2.Groups, groups) is not null || groups.Any(id => vpc is not null && ec2.Groups.TryGetValue(id, out var group) && group.Vpc != vpc))
        {
            throw ElbErrors.InvalidConfiguration("One or more security groups are invalid");
        }
    }

    /// <exception cref="AwsErrorException">The VPC is unknown.</exception>
    public static void RequireVpc(Region region, string? vpc)
    {
        if (vpc is not null && Ec2State.FirstUnknown(Ec2State.Of(region).Vpcs, [vpc]) is not null)
        {
            throw ElbErrors.Validation($"The VPC ID '{vpc}' is not found");
        }
    }

    /// <summary>The groups that were asked for, or the default one of a known VPC.</summary>
    public static JsonNode? Groups(Region region, LoadBalancer balancer)
    {
        var ec2 = Ec2State.Of(region);
        return balancer.Settings["SecurityGroups"]?.DeepClone()
            ?? (balancer.Settings.Text("Type", "application") is "application" && Known(ec2, balancer.Subnets).FirstOrDefault() is { } subnet ? new JsonArray(ec2.DefaultGroup(subnet.Vpc).Id) : null);
    }

    /// <summary>
    /// Whether the security groups of a target let in a load balancer that forwards to its group. A target that is no task in a known subnet, and a load balancer
    /// without security groups, are not held against any rule.
    /// </summary>
    public static bool Reaches(LoadBalancing state, TargetGroup group, string ip, int port)
    {
        var ec2 = Ec2State.Of(state.Region);
        return !ec2.GroupsByAddress.TryGetValue(ip, out var groups)
            || state.LoadBalancersOf(group.Arn).Select(state.LoadBalancer).All(balancer => Groups(state.Region, balancer) is not JsonArray sources
                || SecurityRules.LetIn(ec2, groups, [.. sources.Select(source => source!.GetValue<string>())], [.. Known(ec2, balancer.Subnets).Select(subnet => subnet.Cidr)], port));
    }

    public static string VpcOf(Region region, LoadBalancer balancer) => Known(Ec2State.Of(region), balancer.Subnets).FirstOrDefault()?.Vpc.Id ?? SomeVpc;

    /// <summary>The subnets with their zones; subnets that are just text lie in the zones a, b and c in turn.</summary>
    public static JsonArray Zones(Region region, LoadBalancer balancer) => balancer.Subnets
        .Select((subnet, i) => (subnet, Zone: Ec2State.Of(region).Subnets.GetValueOrDefault(subnet)?.Zone.Name ?? $"{region.Name}{(char)('a' + (i % 3))}"))
        .ToJson(pair => new JsonObject { ["ZoneName"] = pair.Zone, ["SubnetId"] = pair.subnet });

    private static List<Subnet> Known(Ec2State ec2, IReadOnlyList<string> subnets) => [.. subnets.Select(id => ec2.Subnets.GetValueOrDefault(id)).OfType<Subnet>()];
}
