namespace BlueGreen.Ecs.Simulator.Services.Ec2;

/// <summary>Whether security groups let TCP through. A group that EC2 does not know lets everything through, and so does a prefix list.</summary>
internal static class SecurityRules
{
    /// <summary>Whether groups admit a connection.</summary>
    /// <param name="state">The region's networks.</param>
    /// <param name="groups">The groups of the side that is connected to.</param>
    /// <param name="sourceGroups">The groups of the side that connects.</param>
    /// <param name="sourceBlocks">Where it has its addresses; a rule for a part of a block admits it.</param>
    /// <param name="port">The port that is connected to.</param>
    public static bool LetIn(Ec2State state, IReadOnlyList<string> groups, IReadOnlyList<string> sourceGroups, IReadOnlyList<Cidr> sourceBlocks, int port) =>
        AreUnknown(state, groups) || sourceGroups.Any(id => !state.Groups.ContainsKey(id)) || Rules(state, groups, isEgress: false, port).Any(rule => rule.PeerKind switch
        {
            "GroupId" => sourceGroups.Contains(rule.Peer, StringComparer.Ordinal),
            "CidrIpv4" => sourceBlocks.Any(block => Cidr.Parse(rule.Peer) is { } allowed && allowed.Overlaps(block)),
            var kind => kind is "PrefixListId",
        });

    /// <summary>Whether groups let a connection out to somewhere.</summary>
    public static bool LetsOut(Ec2State state, IReadOnlyList<string> groups, int port) => AreUnknown(state, groups) || Rules(state, groups, isEgress: true, port).Any();

    private static bool AreUnknown(Ec2State state, IReadOnlyList<string> groups) => groups.Count == 0 || groups.Any(id => !state.Groups.ContainsKey(id));

    private static IEnumerable<RuleKey> Rules(Ec2State state, IReadOnlyList<string> groups, bool isEgress, int port) => groups
        .Select(id => state.Groups.GetValueOrDefault(id)).OfType<SecurityGroup>()
        .SelectMany(group => group.Rules)
        .Where(rule => rule.IsEgress == isEgress)
        .Select(rule => rule.Key)
        .Where(key => key.Protocol is "-1" || (key.Protocol is "tcp" && key.FromPort <= port && port <= key.ToPort));
}
