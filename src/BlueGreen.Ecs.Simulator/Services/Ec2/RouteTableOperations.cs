using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ec2;

/// <summary>The operations on route tables, their routes and their subnets.</summary>
internal static class RouteTableOperations
{
    private static readonly string[] Targets =
    [
        "GatewayId", "NatGatewayId", "NetworkInterfaceId", "TransitGatewayId", "VpcPeeringConnectionId", "EgressOnlyInternetGatewayId", "InstanceId",
        "LocalGatewayId", "CarrierGatewayId", "CoreNetworkArn", "OdbNetworkArn", "VpcEndpointId",
    ];

    public static JsonObject Create(Ec2State state, JsonObject input)
    {
        var vpc = Ec2State.Find(state.Vpcs, input.Text("VpcId"));
        var tags = TagOperations.Of(input, "route-table");
        var table = new RouteTable(state.NewId("rtb"), state.World.Account, vpc);
        TagOperations.Add(table, tags);
        state.RouteTables.Add(table.Id, table);
        return new JsonObject { ["RouteTable"] = Listing.View(table) };
    }

    public static JsonObject Describe(Ec2State state, JsonObject input) => Listing.Of("DescribeRouteTables", input, "RouteTableIds", state.RouteTables.Values);

    public static JsonObject Delete(Ec2State state, JsonObject input)
    {
        var table = Find(state, input);
        if (table.MainAssociation is not null || table.Associations.Count > 0)
        {
            throw Ec2Errors.Dependency($"The routeTable '{table.Id}' has dependencies and cannot be deleted.");
        }

        state.RouteTables.Remove(table.Id);
        return [];
    }

    public static JsonObject CreateRoute(Ec2State state, JsonObject input)
    {
        var table = Find(state, input);
        var (kind, destination) = Destination(input);
        var target = Targets.FirstOrDefault(name => input.Text(name) is not null) ?? throw Ec2Errors.Missing("gatewayId");
        var id = input.Text(target)!;
        if (target is "GatewayId" && id.StartsWith("igw-", StringComparison.Ordinal) && Ec2State.Find(state.InternetGateways, id).VpcId != table.Vpc.Id)
        {
            throw Ec2Errors.Value($"route table {table.Id} and network gateway {id} belong to different networks");
        }

        if (target is "NatGatewayId")
        {
            Ec2State.Find(state.NatGateways, id);
        }

        if (destination == table.Vpc.Cidr.ToString() || table.Routes.ContainsKey(destination))
        {
            throw new AwsErrorException("RouteAlreadyExists", $"The route identified by {destination} already exists.");
        }

        table.Routes.Add(destination, Route(destination, target, id, kind));
        return new JsonObject { ["Return"] = true };
    }

    public static JsonObject DeleteRoute(Ec2State state, JsonObject input)
    {
        var table = Find(state, input);
        var (_, destination) = Destination(input);
        return table.Routes.Remove(destination)
            ? []
            : throw new AwsErrorException("InvalidRoute.NotFound", $"no route with destination-cidr-block {destination} in route table {table.Id}");
    }

    public static JsonObject Associate(Ec2State state, JsonObject input)
    {
        var table = Find(state, input);
        var subnet = Ec2State.Find(state.Subnets, input.Text("SubnetId") ?? throw Ec2Errors.Missing("subnetId"));
        if (subnet.Vpc != table.Vpc)
        {
            throw Ec2Errors.Value($"Route table {table.Id} and subnet {subnet.Id} belong to different networks");
        }

        if (state.RouteTables.Values.Any(other => other.Associations.ContainsValue(subnet.Id)))
        {
            throw new AwsErrorException("Resource.AlreadyAssociated", $"the specified association for route table {table.Id} conflicts with an existing association");
        }

        var id = state.NewId("rtbassoc");
        table.Associations.Add(id, subnet.Id);
        return new JsonObject { ["AssociationId"] = id, ["AssociationState"] = new JsonObject { ["State"] = "associated" } };
    }

    public static JsonObject Disassociate(Ec2State state, JsonObject input)
    {
        var id = input.Text("AssociationId")!;
        if (state.RouteTables.Values.Any(table => table.MainAssociation == id))
        {
            throw Ec2Errors.Value("cannot disassociate the main route table association");
        }

        return state.RouteTables.Values.Any(table => table.Associations.Remove(id)) ? [] : throw Ec2Errors.NotFound(id);
    }

    /// <summary>Takes a subnet out of a table, where it is in it.</summary>
    public static void Disassociate(RouteTable table, string subnetId)
    {
        foreach (var (id, _) in table.Associations.Where(one => one.Value == subnetId).ToList())
        {
            table.Associations.Remove(id);
        }
    }

    /// <returns>A route that was added, under its wire names.</returns>
    public static JsonObject Route(string destination, string target, string id, string kind = "DestinationCidrBlock") =>
        new() { [kind] = destination, [target] = id, ["Origin"] = "CreateRoute", ["State"] = "active" };

    private static RouteTable Find(Ec2State state, JsonObject input) => Ec2State.Find(state.RouteTables, input.Text("RouteTableId"));

    private static (string Kind, string Destination) Destination(JsonObject input)
    {
        if (input.Text("DestinationCidrBlock") is { } block)
        {
            return ("DestinationCidrBlock", Cidr.Parse(block)?.ToString() ?? throw Ec2Errors.Value(block, "destinationCidrBlock", "This is not a valid CIDR block."));
        }

        var kind = input.Text("DestinationIpv6CidrBlock") is null ? "DestinationPrefixListId" : "DestinationIpv6CidrBlock";
        return (kind, input.Text(kind) ?? throw Ec2Errors.Missing("destinationCidrBlock"));
    }
}
