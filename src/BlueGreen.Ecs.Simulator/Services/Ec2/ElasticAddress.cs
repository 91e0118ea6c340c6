using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator.Services.Ec2;

/// <summary>A public address that is kept.</summary>
internal sealed class ElasticAddress(string id, string region, string publicIp) : Ec2Resource(id, "elastic-ip")
{
    public string PublicIp => publicIp;

    /// <summary>The NAT gateway that has it.</summary>
    public NatGateway? User { get; set; }

    public override JsonObject View()
    {
        var view = new JsonObject
        {
            ["AllocationId"] = Id,
            ["PublicIp"] = publicIp,
            ["Domain"] = "vpc",
            ["PublicIpv4Pool"] = "amazon",
            ["NetworkBorderGroup"] = region,
        };
        if (User is not null)
        {
            view["AssociationId"] = Id.Replace("eipalloc-", "eipassoc-", StringComparison.Ordinal);
            view["PrivateIpAddress"] = User.PrivateIp;
        }

        return view;
    }
}
