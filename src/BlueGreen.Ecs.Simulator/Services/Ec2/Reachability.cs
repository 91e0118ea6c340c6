using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ec2;

/// <summary>Whether a task's network interface gets to a service of AWS: by its subnet's routes, or by an endpoint in its VPC.</summary>
internal static class Reachability
{
    private const int Https = 443;
    private static readonly string Everywhere = new Cidr(0, 0).ToString();

    /// <param name="region">The region.</param>
    /// <param name="subnet">The subnet; one that EC2 does not know has every way out.</param>
    /// <param name="groups">The interface's security groups.</param>
    /// <param name="hasPublicIp">Whether the interface has a public address, without which an internet gateway is of no use to it.</param>
    /// <param name="service">The service as endpoints name it, such as <c>ecr.api</c>.</param>
    public static bool Reaches(Region region, Subnet? subnet, IReadOnlyList<string> groups, bool hasPublicIp, string service)
    {
        var state = Ec2State.Of(region);
        return subnet is null
            || (SecurityRules.LetsOut(state, groups, Https) && (HasRoute(state, subnet, hasPublicIp) || HasEndpoint(state, subnet, groups, service)));
    }

    private static RouteTable? TableOf(Ec2State state, Subnet subnet) =>
        state.RouteTables.Values.FirstOrDefault(table => table.Associations.ContainsValue(subnet.Id))
        ?? state.RouteTables.Values.FirstOrDefault(table => table.Vpc == subnet.Vpc && table.MainAssociation is not null);

    // Ways that the simulator does not know, such as a transit gateway, are taken to lead out.
    private static bool HasRoute(Ec2State state, Subnet subnet, bool hasPublicIp)
    {
        if (TableOf(state, subnet)?.Routes.GetValueOrDefault(Everywhere) is not { } route)
        {
            return false;
        }

        if (route.Text("NatGatewayId") is { } nat)
        {
            return state.NatGateways.GetValueOrDefault(nat) is { State: "available", Address: not null } gateway
                && gateway.Subnet != subnet && HasRoute(state, gateway.Subnet, hasPublicIp: true);
        }

        return route.Text("GatewayId") is not { } id || !id.StartsWith("igw-", StringComparison.Ordinal)
            || (hasPublicIp && state.InternetGateways.GetValueOrDefault(id)?.VpcId == subnet.Vpc.Id);
    }

    private static bool HasEndpoint(Ec2State state, Subnet subnet, IReadOnlyList<string> groups, string service)
    {
        var name = $"com.amazonaws.{state.Region.Name}.{service}";
        return state.Endpoints.Values.Any(endpoint => endpoint.Vpc == subnet.Vpc && endpoint.State is "available" && endpoint.Settings.Text("ServiceName") == name
            && (endpoint.Settings.Text("VpcEndpointType") is "Gateway"
                ? TableOf(state, subnet) is { } table && endpoint.Settings.Texts("RouteTableIds").Contains(table.Id, StringComparer.Ordinal)
                : SecurityRules.LetIn(state, [.. endpoint.Settings.Objects("Groups").Select(group => group.Text("GroupId")!)], groups, [subnet.Cidr], Https)));
    }
}
