using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator.Services.Ec2;

/// <summary>A VPC's way to the internet.</summary>
internal sealed class InternetGateway(string id, string owner) : Ec2Resource(id, "internet-gateway")
{
    public string? VpcId { get; set; }

    public override JsonObject View() => new()
    {
        ["InternetGatewayId"] = Id,
        ["OwnerId"] = owner,
        ["Attachments"] = VpcId is null ? [] : new JsonArray(new JsonObject { ["VpcId"] = VpcId, ["State"] = "available" }),
    };
}
