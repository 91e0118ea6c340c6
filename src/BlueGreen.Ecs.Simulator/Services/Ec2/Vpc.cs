using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator.Services.Ec2;

/// <summary>A virtual network.</summary>
internal sealed class Vpc(string id, string owner, Cidr cidr) : Ec2Resource(id, "vpc")
{
    public Cidr Cidr => cidr;

    public bool IsDefault { get; init; }

    public string Tenancy { get; init; } = "default";

    /// <summary>Attributes such as <c>EnableDnsSupport</c>, by their name with a capital.</summary>
    public Dictionary<string, bool> Attributes { get; } = new(StringComparer.Ordinal);

    public override JsonObject View() => new()
    {
        ["VpcId"] = Id,
        ["OwnerId"] = owner,
        ["State"] = "available",
        ["CidrBlock"] = cidr.ToString(),
        ["CidrBlockAssociationSet"] = new JsonArray(new JsonObject
        {
            ["AssociationId"] = Id.Replace("vpc-", "vpc-cidr-assoc-", StringComparison.Ordinal),
            ["CidrBlock"] = cidr.ToString(),
            ["CidrBlockState"] = new JsonObject { ["State"] = "associated" },
        }),
        ["DhcpOptionsId"] = "default",
        ["InstanceTenancy"] = Tenancy,
        ["IsDefault"] = IsDefault,
    };
}
