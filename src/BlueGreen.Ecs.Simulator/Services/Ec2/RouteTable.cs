using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator.Services.Ec2;

/// <summary>Where the traffic of a VPC's subnets goes.</summary>
internal sealed class RouteTable(string id, string owner, Vpc vpc) : Ec2Resource(id, "route-table")
{
    public Vpc Vpc => vpc;

    /// <summary>The association by which it serves every subnet that has no table of its own; none where another table does.</summary>
    public string? MainAssociation { get; init; }

    /// <summary>Subnets by the id of their association.</summary>
    public OrderedDictionary<string, string> Associations { get; } = new(StringComparer.Ordinal);

    /// <summary>The routes that were added, by destination, under their wire names.</summary>
    public OrderedDictionary<string, JsonObject> Routes { get; } = new(StringComparer.Ordinal);

    public override JsonObject View()
    {
        var local = new JsonObject { ["DestinationCidrBlock"] = vpc.Cidr.ToString(), ["GatewayId"] = "local", ["Origin"] = "CreateRouteTable", ["State"] = "active" };
        return new JsonObject
        {
            ["RouteTableId"] = Id,
            ["OwnerId"] = owner,
            ["VpcId"] = vpc.Id,
            ["Routes"] = Routes.Values.Select(route => route.Copy()).Prepend(local).ToJson(),
            ["Associations"] = Associations.Select(one => Association(one.Key, one.Value)).Concat(MainAssociation is null ? [] : [Association(MainAssociation, null)]).ToJson(),
            ["PropagatingVgws"] = new JsonArray(),
        };
    }

    private JsonObject Association(string id, string? subnet)
    {
        var view = new JsonObject
        {
            ["RouteTableAssociationId"] = id,
            ["RouteTableId"] = Id,
            ["Main"] = subnet is null,
            ["AssociationState"] = new JsonObject { ["State"] = "associated" },
        };
        view.SetUnlessNull("SubnetId", subnet);
        return view;
    }
}
