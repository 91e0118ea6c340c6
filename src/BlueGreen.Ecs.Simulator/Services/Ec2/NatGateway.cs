using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator.Services.Ec2;

/// <summary>A subnet's way out for others.</summary>
internal sealed class NatGateway(string id, Subnet subnet, string privateIp, ElasticAddress? address, DateTimeOffset createdAt) : Ec2Resource(id, "natgateway")
{
    public Subnet Subnet => subnet;

    public string PrivateIp => privateIp;

    public ElasticAddress? Address => address;

    public string State { get; set; } = "pending";

    public DateTimeOffset? DeletedAt { get; set; }

    public bool IsThere => State is "pending" or "available" or "deleting";

    public override JsonObject View()
    {
        var one = new JsonObject { ["PrivateIp"] = privateIp, ["IsPrimary"] = true, ["Status"] = "succeeded" };
        one.SetUnlessNull("AllocationId", address?.Id);
        one.SetUnlessNull("PublicIp", address?.PublicIp);
        var view = new JsonObject
        {
            ["NatGatewayId"] = Id,
            ["VpcId"] = subnet.Vpc.Id,
            ["SubnetId"] = subnet.Id,
            ["State"] = State,
            ["ConnectivityType"] = address is null ? "private" : "public",
            ["CreateTime"] = createdAt.ToJson(),
            ["NatGatewayAddresses"] = new JsonArray(one),
        };
        view.SetUnlessNull("DeleteTime", DeletedAt.ToJson());
        return view;
    }
}
