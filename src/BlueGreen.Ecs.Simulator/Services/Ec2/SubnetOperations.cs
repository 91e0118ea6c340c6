using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ec2;

/// <summary>The operations on subnets.</summary>
internal static class SubnetOperations
{
    private const int Largest = 16;
    private const int Smallest = 28;

    public static JsonObject Create(Ec2State state, JsonObject input)
    {
        var vpc = Ec2State.Find(state.Vpcs, input.Text("VpcId"));
        var block = Block(state, vpc, input.Text("CidrBlock") ?? throw Ec2Errors.Missing("cidrBlock"));
        var tags = TagOperations.Of(input, "subnet");
        var subnet = new Subnet(state.NewId("subnet"), state.Region, vpc, ZoneOf(state, vpc, input), block);
        TagOperations.Add(subnet, tags);
        state.Subnets.Add(subnet.Id, subnet);
        return new JsonObject { ["Subnet"] = Listing.View(subnet) };
    }

    public static JsonObject Describe(Ec2State state, JsonObject input) => Listing.Of("DescribeSubnets", input, "SubnetIds", state.Subnets.Values);

    public static JsonObject Delete(Ec2State state, JsonObject input)
    {
        var subnet = Ec2State.Find(state.Subnets, input.Text("SubnetId"));
        var isUsed = subnet.Used.Count > 0
            || VpcOperations.Balancers(state).Any(balancer => balancer.Subnets.Contains(subnet.Id, StringComparer.Ordinal))
            || state.Endpoints.Values.Any(endpoint => endpoint.Settings.Texts("SubnetIds").Contains(subnet.Id, StringComparer.Ordinal));
        if (isUsed)
        {
            throw Ec2Errors.Dependency($"The subnet '{subnet.Id}' has dependencies and cannot be deleted.");
        }

        foreach (var table in state.RouteTables.Values)
        {
            RouteTableOperations.Disassociate(table, subnet.Id);
        }

        state.Subnets.Remove(subnet.Id);
        return [];
    }

    public static JsonObject ModifyAttribute(Ec2State state, JsonObject input)
    {
        var subnet = Ec2State.Find(state.Subnets, input.Text("SubnetId"));
        subnet.MapsPublicIp = input.Object("MapPublicIpOnLaunch")?.Flag("Value") ?? subnet.MapsPublicIp;
        return [];
    }

    private static Cidr Block(Ec2State state, Vpc vpc, string text)
    {
        var block = Cidr.Parse(text) ?? throw Ec2Errors.Value(text, "cidrBlock", "This is not a valid CIDR block.");
        if (block.Length is < Largest or > Smallest || !vpc.Cidr.Contains(block))
        {
            throw new AwsErrorException("InvalidSubnet.Range", $"The CIDR '{text}' is invalid.");
        }

        return state.Subnets.Values.Any(other => other.Vpc == vpc && other.Cidr.Overlaps(block))
            ? throw new AwsErrorException("InvalidSubnet.Conflict", $"The CIDR '{text}' conflicts with another subnet")
            : block;
    }

    // AWS chooses where none is named: here the zone with the fewest subnets of the VPC.
    private static Zone ZoneOf(Ec2State state, Vpc vpc, JsonObject input)
    {
        var (name, id) = (input.Text("AvailabilityZone"), input.Text("AvailabilityZoneId"));
        var found = state.Zones.Where(zone => (name is null || zone.Name == name) && (id is null || zone.Id == id))
            .MinBy(zone => state.Subnets.Values.Count(subnet => subnet.Vpc == vpc && subnet.Zone == zone));
        return found ?? throw Ec2Errors.Value(name ?? id!, "availabilityZone",
            $"Subnets can currently only be created in the following availability zones: {string.Join(", ", state.Zones.Select(zone => zone.Name))}.");
    }
}
