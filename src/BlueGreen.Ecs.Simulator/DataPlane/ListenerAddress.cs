using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Services.ElasticLoadBalancing;

namespace BlueGreen.Ecs.Simulator.DataPlane;

/// <summary>Finds the listener that a test means, by its ARN or by its load balancer's address.</summary>
internal static class ListenerAddress
{
    /// <returns>The listener's ARN, and the path to ask for.</returns>
    /// <exception cref="ArgumentException">There is no such listener.</exception>
    public static (string ListenerArn, string Path) Find(World world, string address)
    {
        if (address.StartsWith("arn:", StringComparison.Ordinal))
        {
            var isThere = address.Split(':') is [_, _, _, var region, ..] && Of(world.In(region)).ListenerExists(address);
            return isThere ? (address, "/") : throw new ArgumentException($"There is no listener '{address}'.", nameof(address));
        }

        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
        {
            throw new ArgumentException($"'{address}' is neither a listener's ARN nor an address such as http://NAME.REGION.elb.amazonaws.com:8080/.", nameof(address));
        }

        foreach (var state in world.Regions.Select(Of))
        {
            var balancer = state.LoadBalancers.Values.FirstOrDefault(one => string.Equals(one.DnsName, uri.Host, StringComparison.OrdinalIgnoreCase));
            if (state.Listeners.Values.FirstOrDefault(one => one.LoadBalancerArn == balancer?.Arn && one.Port == uri.Port) is { } listener)
            {
                return (listener.Arn, uri.PathAndQuery);
            }
        }

        throw new ArgumentException($"No load balancer has a listener at '{address}'. Give its DNSName as DescribeLoadBalancers tells it, with the listener's port.", nameof(address));
    }

    private static LoadBalancing Of(Region region) => region.Get(one => new LoadBalancing(one));
}
