using System.Net;
using Amazon.EC2.Model;

namespace BlueGreen.Ecs.Preflight.Survey.Checks;

/// <summary>BG264 and BG265: the tasks' security groups admit the load balancer to the container's port.</summary>
internal sealed class SecurityGroupCheck : ISurveyCheck
{
    public IEnumerable<Finding> Check(Surroundings around)
    {
        if (around.Network is not { Network: { } network, Groups: { } read })
        {
            yield break;
        }

        var names = string.Join(", ", network.SecurityGroups);
        if (read.IsMissing)
        {
            yield return new("BG265", FindingSeverity.Error, names, "One of the security groups for the new tasks does not exist; no task can start with it.", "Name security groups that exist, in the AppSpec's network configuration or in the service.");
        }
        else if (read.Value is { } groups && Port(around.Plan) is { } port && around.Balancer.Balancer?.Value is { SecurityGroups: { Count: > 0 } balancer } && !groups.Any(group => Admits(group, port, balancer)))
        {
            yield return new(
                "BG264", FindingSeverity.Warning, names,
                FormattableString.Invariant($"No rule of the tasks' security groups admits the load balancer ({string.Join(", ", balancer)}) to port {port}; its health checks would time out."),
                FormattableString.Invariant($"Allow port {port} from the load balancer's security group."));
        }
    }

    private static int? Port(DeploymentPlan plan) => plan.AppSpec is { ContainerPort: > 0 } spec ? spec.ContainerPort : plan.Service.ContainerPort;

    // A range of addresses may hold the load balancer's, which are not known; a single address hardly does. Prefix lists are not looked into.
    private static bool Admits(SecurityGroup group, int port, List<string> balancer) => (group.IpPermissions ?? []).Exists(rule =>
        Covers(rule, port)
        && (rule.UserIdGroupPairs?.Exists(pair => balancer.Contains(pair.GroupId)) is true
            || rule.Ipv4Ranges?.Exists(range => IsRange(range.CidrIp)) is true
            || rule.Ipv6Ranges?.Exists(range => IsRange(range.CidrIpv6)) is true
            || rule.PrefixListIds is { Count: > 0 }));

    private static bool Covers(IpPermission rule, int port) => rule.IpProtocol is "-1" || (rule.IpProtocol is "tcp" or "6" && rule.FromPort <= port && port <= rule.ToPort);

    private static bool IsRange(string? cidr) => !IPNetwork.TryParse(cidr, out var network) || network.PrefixLength < (network.BaseAddress.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork ? 32 : 128);
}
