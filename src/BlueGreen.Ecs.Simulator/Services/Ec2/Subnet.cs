using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Kernel;

namespace BlueGreen.Ecs.Simulator.Services.Ec2;

/// <summary>A subnet of a VPC, in one zone.</summary>
internal sealed class Subnet(string id, Region region, Vpc vpc, Zone zone, Cidr cidr) : Ec2Resource(id, "subnet")
{
    /// <summary>The first address that is not AWS's own.</summary>
    public const int FirstHost = 4;

    private const int Reserved = 5;

    public string Region => region.Name;

    public Vpc Vpc => vpc;

    public Zone Zone => zone;

    public Cidr Cidr => cidr;

    public bool IsDefault { get; init; }

    public bool MapsPublicIp { get; set; }

    /// <summary>The addresses that network interfaces have.</summary>
    public HashSet<string> Used { get; } = new(StringComparer.Ordinal);

    /// <summary>Where the search for the next address begins, so that one that was given back rests for a while.</summary>
    public long NextHost { get; set; } = FirstHost;

    /// <summary>How many addresses are taken by what the simulator does not know.</summary>
    public long UsedByOthers { get; set; }

    public long Available => cidr.Size - Reserved - Used.Count - UsedByOthers;

    public override JsonObject View() => new()
    {
        ["SubnetId"] = Id,
        ["SubnetArn"] = region.Arn("ec2", $"subnet/{Id}"),
        ["OwnerId"] = region.World.Account,
        ["State"] = "available",
        ["VpcId"] = vpc.Id,
        ["CidrBlock"] = cidr.ToString(),
        ["AvailableIpAddressCount"] = Available,
        ["AvailabilityZone"] = zone.Name,
        ["AvailabilityZoneId"] = zone.Id,
        ["DefaultForAz"] = IsDefault,
        ["MapPublicIpOnLaunch"] = MapsPublicIp,
        ["MapCustomerOwnedIpOnLaunch"] = false,
        ["AssignIpv6AddressOnCreation"] = false,
        ["Ipv6CidrBlockAssociationSet"] = new JsonArray(),
        ["EnableDns64"] = false,
        ["Ipv6Native"] = false,
        ["PrivateDnsNameOptionsOnLaunch"] = new JsonObject
        {
            ["HostnameType"] = "ip-name",
            ["EnableResourceNameDnsARecord"] = false,
            ["EnableResourceNameDnsAAAARecord"] = false,
        },
    };
}
