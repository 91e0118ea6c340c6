using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Services.ElasticLoadBalancing;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ec2;

/// <summary>The operations on VPCs.</summary>
internal static class VpcOperations
{
    private const int Largest = 16;
    private const int Smallest = 28;

    public static JsonObject Create(Ec2State state, JsonObject input)
    {
        var text = input.Text("CidrBlock") ?? throw Ec2Errors.Missing("cidrBlock");
        var block = Cidr.Parse(text) ?? throw Ec2Errors.Value(text, "cidrBlock", "This is not a valid CIDR block.");
        if (block.Length is < Largest or > Smallest)
        {
            throw new AwsErrorException("InvalidVpc.Range", $"The CIDR '{text}' is invalid.");
        }

        var tags = TagOperations.Of(input, "vpc");
        var vpc = new DefaultNetwork(state, state.NewId).MakeVpc(block, isDefault: false, input.Text("InstanceTenancy", "default"));
        TagOperations.Add(vpc, tags);
        return new JsonObject { ["Vpc"] = Listing.View(vpc) };
    }

    public static JsonObject CreateDefault(Ec2State state, JsonObject input) => state.DefaultVpc is null
        ? new JsonObject { ["Vpc"] = Listing.View(new DefaultNetwork(state, state.NewId).Make()) }
        : throw new AwsErrorException("DefaultVpcAlreadyExists", "A Default VPC already exists for this account in this region.");

    public static JsonObject Describe(Ec2State state, JsonObject input) => Listing.Of("DescribeVpcs", input, "VpcIds", state.Vpcs.Values);

    public static JsonObject Delete(Ec2State state, JsonObject input)
    {
        var vpc = Ec2State.Find(state.Vpcs, input.Text("VpcId"));
        var isUsed = state.Subnets.Values.Any(subnet => subnet.Vpc == vpc)
            || state.Groups.Values.Any(group => group.Vpc == vpc && !group.IsDefault)
            || state.RouteTables.Values.Any(table => table.Vpc == vpc && table.MainAssociation is null)
            || state.InternetGateways.Values.Any(gateway => gateway.VpcId == vpc.Id)
            || state.Endpoints.Values.Any(endpoint => endpoint.Vpc == vpc);
        if (isUsed)
        {
            throw Ec2Errors.Dependency($"The vpc '{vpc.Id}' has dependencies and cannot be deleted.");
        }

        foreach (var group in state.Groups.Values.Where(group => group.Vpc == vpc).ToList())
        {
            state.Groups.Remove(group.Id);
        }

        foreach (var table in state.RouteTables.Values.Where(table => table.Vpc == vpc).ToList())
        {
            state.RouteTables.Remove(table.Id);
        }

        state.Vpcs.Remove(vpc.Id);
        return [];
    }

    public static JsonObject ModifyAttribute(Ec2State state, JsonObject input)
    {
        var vpc = Ec2State.Find(state.Vpcs, input.Text("VpcId"));
        foreach (var name in vpc.Attributes.Keys.ToList())
        {
            vpc.Attributes[name] = input.Object(name)?.Flag("Value") ?? vpc.Attributes[name];
        }

        return [];
    }

    public static JsonObject DescribeAttribute(Ec2State state, JsonObject input)
    {
        var vpc = Ec2State.Find(state.Vpcs, input.Text("VpcId"));
        var asked = input.Text("Attribute")!;
        var name = char.ToUpperInvariant(asked[0]) + asked[1..];
        return new JsonObject { ["VpcId"] = vpc.Id, [name] = new JsonObject { ["Value"] = vpc.Attributes[name] } };
    }

    /// <returns>The load balancers of the region, as far as their subnets and groups are concerned.</returns>
    public static IEnumerable<LoadBalancer> Balancers(Ec2State state) => ((LoadBalancing)state.Region.LoadBalancing).LoadBalancers.Values;
}
