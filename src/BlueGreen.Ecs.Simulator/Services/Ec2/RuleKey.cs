using System.Globalization;

namespace BlueGreen.Ecs.Simulator.Services.Ec2;

/// <summary>What a rule of a security group lets through. Two rules of one group and direction differ in it.</summary>
/// <param name="Protocol"><c>tcp</c>, <c>udp</c>, <c>icmp</c>, <c>icmpv6</c>, a number, or <c>-1</c> for all.</param>
/// <param name="FromPort">The first port; none where the protocol has all.</param>
/// <param name="ToPort">The last port.</param>
/// <param name="PeerKind">The member of a rule that names the other side: <c>CidrIpv4</c>, <c>CidrIpv6</c>, <c>PrefixListId</c> or <c>GroupId</c>.</param>
/// <param name="Peer">The other side.</param>
internal sealed record RuleKey(string Protocol, int? FromPort, int? ToPort, string PeerKind, string Peer)
{
    /// <returns>The rule in the words of EC2's refusals.</returns>
    public override string ToString()
    {
        var protocol = Protocol is "-1" ? "ALL" : Protocol.ToUpperInvariant();
        var ports = FromPort is null ? "" : string.Create(CultureInfo.InvariantCulture, $", from port: {FromPort}, to port: {ToPort}");
        return $"peer: {Peer}, {protocol}{ports}, ALLOW";
    }
}
