using System.Globalization;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ec2;

/// <summary>Rules in the form of IpPermission, which has all peers of one protocol and range of ports together.</summary>
internal static class Permissions
{
    private static readonly (string List, string Member, string Kind)[] Peers =
    [
        ("IpRanges", "CidrIp", "CidrIpv4"), ("Ipv6Ranges", "CidrIpv6", "CidrIpv6"), ("PrefixListIds", "PrefixListId", "PrefixListId"), ("UserIdGroupPairs", "GroupId", "GroupId"),
    ];

    public static JsonArray Of(IEnumerable<SecurityGroupRule> rules) =>
        rules.GroupBy(rule => (rule.Key.Protocol, rule.Key.FromPort, rule.Key.ToPort)).Select(group => One(group.Key, [.. group])).ToJson();

    /// <summary>Takes the permissions of a request apart into rules.</summary>
    /// <param name="input">Has either <c>IpPermissions</c>, or the members of one permission.</param>
    /// <param name="groupId">Finds the group that a pair names.</param>
    /// <exception cref="AwsErrorException">A permission has no protocol or no peer, or its ports or addresses are none.</exception>
    public static IReadOnlyList<(RuleKey Key, string? Description)> Read(JsonObject input, Func<JsonObject, string> groupId)
    {
        var permissions = input.Objects("IpPermissions") is { Count: > 0 } given ? given : Flat(input);
        var read = permissions.SelectMany(permission => Read1(permission, groupId)).ToList();
        return read.Count > 0 ? read : throw Ec2Errors.Missing("IpPermissions");
    }

    private static IReadOnlyList<JsonObject> Flat(JsonObject input)
    {
        if (input.Text("IpProtocol") is null)
        {
            return [];
        }

        var permission = new JsonObject();
        input.CopyTo(permission, "IpProtocol", "FromPort", "ToPort");
        if (input.Text("CidrIp") is { } cidr)
        {
            permission["IpRanges"] = new JsonArray(new JsonObject { ["CidrIp"] = cidr });
        }

        if (input.Text("SourceSecurityGroupName") is { } name)
        {
            permission["UserIdGroupPairs"] = new JsonArray(new JsonObject { ["GroupName"] = name });
        }

        return [permission];
    }

    private static IEnumerable<(RuleKey Key, string? Description)> Read1(JsonObject permission, Func<JsonObject, string> groupId)
    {
        var protocol = Protocol(permission.Text("IpProtocol") ?? throw Ec2Errors.Missing("IpProtocol"));
        var (from, to) = Ports(protocol, permission);
        foreach (var (list, member, kind) in Peers)
        {
            foreach (var peer in permission.Objects(list))
            {
                var value = kind is "GroupId" ? groupId(peer) : peer.Text(member) ?? throw Ec2Errors.Missing(member);
                yield return (new RuleKey(protocol, from, to, kind, kind is "CidrIpv4" ? Canonical(value) : value), peer.Text("Description"));
            }
        }
    }

    private static JsonObject One((string Protocol, int? From, int? To) key, List<SecurityGroupRule> rules)
    {
        var permission = new JsonObject { ["IpProtocol"] = key.Protocol };
        permission.SetUnlessNull("FromPort", key.From);
        permission.SetUnlessNull("ToPort", key.To);
        foreach (var (list, member, kind) in Peers)
        {
            permission[list] = rules.Where(rule => rule.Key.PeerKind == kind).Select(rule =>
            {
                var peer = new JsonObject { [member] = rule.Key.Peer };
                peer.SetUnlessNull("Description", rule.Description);
                peer.SetUnlessNull("UserId", kind is "GroupId" ? rule.Owner : null);
                return peer;
            }).ToJson();
        }

        return permission;
    }

    private static string Protocol(string text) => text.ToUpperInvariant() switch
    {
        "6" or "TCP" => "tcp",
        "17" or "UDP" => "udp",
        "1" or "ICMP" => "icmp",
        "58" or "ICMPV6" => "icmpv6",
        "-1" or "ALL" => "-1",
        var number when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= 255 => number,
        _ => throw Ec2Errors.Value($"Invalid value '{text}' for IP protocol. Unknown protocol."),
    };

    private static (int? From, int? To) Ports(string protocol, JsonObject permission)
    {
        var (from, to) = (permission.Int("FromPort"), permission.Int("ToPort"));
        if (protocol is not ("tcp" or "udp"))
        {
            return protocol is "icmp" or "icmpv6" ? (from ?? -1, to ?? -1) : (null, null);
        }

        return from is null || to is null ? throw Ec2Errors.Value($"Invalid value 'Must specify both from and to ports with TCP/UDP.' for portRange.")
            : from < 0 || to > 65535 || from > to ? throw Ec2Errors.Value($"Invalid value '{from}-{to}' for portRange. Ports are 0 to 65535, the first not above the last.")
            : (from, to);
    }

    private static string Canonical(string cidr) => Cidr.Parse(cidr)?.ToString() ?? throw Ec2Errors.Value($"CIDR block {cidr} is malformed");
}
