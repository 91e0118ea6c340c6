using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ec2;

/// <summary>DescribeAvailabilityZones and DescribeRegions.</summary>
internal static class ZoneOperations
{
    // Those that every account has enabled.
    private static readonly string[] Regions =
    [
        "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-southeast-1", "ap-southeast-2", "ca-central-1", "eu-central-1", "eu-north-1",
        "eu-west-1", "eu-west-2", "eu-west-3", "sa-east-1", "us-east-1", "us-east-2", "us-west-1", "us-west-2",
    ];

    public static JsonObject DescribeZones(Ec2State state, JsonObject input)
    {
        var (names, ids) = (input.Texts("ZoneNames"), input.Texts("ZoneIds"));
        if (names.FirstOrDefault(name => state.Zones.All(zone => zone.Name != name)) is { } unknown)
        {
            throw Ec2Errors.Value($"Invalid availability zone: [{unknown}]");
        }

        var found = state.Zones.Where(zone => (names.Count == 0 || names.Contains(zone.Name, StringComparer.Ordinal)) && (ids.Count == 0 || ids.Contains(zone.Id, StringComparer.Ordinal)));
        return Listing.Of("DescribeAvailabilityZones", input, found.Select(zone => new JsonObject
        {
            ["ZoneName"] = zone.Name,
            ["ZoneId"] = zone.Id,
            ["RegionName"] = state.Region.Name,
            ["State"] = "available",
            ["OptInStatus"] = "opt-in-not-required",
            ["ZoneType"] = "availability-zone",
            ["GroupName"] = state.Region.Name,
            ["NetworkBorderGroup"] = state.Region.Name,
            ["Messages"] = new JsonArray(),
        }));
    }

    public static JsonObject DescribeRegions(Ec2State state, JsonObject input)
    {
        var names = input.Texts("RegionNames");
        var all = Regions.Append(state.Region.Name).Distinct(StringComparer.Ordinal).ToList();
        if (names.FirstOrDefault(name => !all.Contains(name, StringComparer.Ordinal)) is { } unknown)
        {
            throw Ec2Errors.Value($"Invalid region: [{unknown}]");
        }

        return Listing.Of("DescribeRegions", input, all.Where(name => names.Count == 0 || names.Contains(name, StringComparer.Ordinal)).Select(name => new JsonObject
        {
            ["RegionName"] = name,
            ["Endpoint"] = $"ec2.{name}.amazonaws.com",
            ["OptInStatus"] = "opt-in-not-required",
        }));
    }
}
