using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Kernel;

namespace BlueGreen.Ecs.Simulator.Services.Ec2;

/// <summary>One rule of a security group: one protocol, one range of ports, one peer.</summary>
internal sealed class SecurityGroupRule(string id, Region region, string groupId, bool isEgress, RuleKey key, string? description) : Ec2Resource(id, "security-group-rule")
{
    public bool IsEgress => isEgress;

    public RuleKey Key => key;

    public string? Description => description;

    public string Owner => region.World.Account;

    public override JsonObject View()
    {
        var view = new JsonObject
        {
            ["SecurityGroupRuleId"] = Id,
            ["SecurityGroupRuleArn"] = region.Arn("ec2", $"security-group-rule/{Id}"),
            ["GroupId"] = groupId,
            ["GroupOwnerId"] = Owner,
            ["IsEgress"] = isEgress,
            ["IpProtocol"] = key.Protocol,
            ["FromPort"] = key.FromPort ?? -1,
            ["ToPort"] = key.ToPort ?? -1,
        };
        view.SetUnlessNull("Description", description);
        if (key.PeerKind is "GroupId")
        {
            view["ReferencedGroupInfo"] = new JsonObject { ["GroupId"] = key.Peer, ["UserId"] = Owner };
            view["ReferencedGroupId"] = key.Peer;
        }
        else
        {
            view[key.PeerKind] = key.Peer;
        }

        return view;
    }
}
