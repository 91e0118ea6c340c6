using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Kernel;

namespace BlueGreen.Ecs.Simulator.Services.Ec2;

/// <summary>A security group.</summary>
internal sealed class SecurityGroup(string id, Region region, Vpc vpc, string name, string description) : Ec2Resource(id, "security-group")
{
    public const string DefaultName = "default";

    public Vpc Vpc => vpc;

    public string Name => name;

    public string Arn => region.Arn("ec2", $"security-group/{Id}");

    /// <summary>In the order of their making.</summary>
    public List<SecurityGroupRule> Rules { get; } = [];

    public bool IsDefault => name == DefaultName;

    public override JsonObject View() => new()
    {
        ["GroupId"] = Id,
        ["GroupName"] = name,
        ["Description"] = description,
        ["OwnerId"] = region.World.Account,
        ["VpcId"] = vpc.Id,
        ["SecurityGroupArn"] = Arn,
        ["IpPermissions"] = Permissions.Of(Rules.Where(rule => !rule.IsEgress)),
        ["IpPermissionsEgress"] = Permissions.Of(Rules.Where(rule => rule.IsEgress)),
    };
}
