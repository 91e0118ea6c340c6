using BlueGreen.Ecs.Simulator.DataPlane;
using BlueGreen.Ecs.Simulator.Kernel;

namespace BlueGreen.Ecs.Simulator;

/// <summary>Requests to load balancers at a steady rate of simulated time, and what became of them.</summary>
public sealed class SimulatedTraffic
{
    private const double MostPerSecond = 10_000;
    private readonly World _world;

    internal SimulatedTraffic(World world) => _world = world;

    /// <summary>Every request that any listener has answered: of this traffic, of <see cref="AwsSimulator.SendRequest"/> and of real traffic.</summary>
    public TrafficCounts Counts
    {
        get
        {
            lock (_world.Gate)
            {
                return _world.Traffic.Snapshot();
            }
        }
    }

    /// <summary>
    /// Sends requests one after the other, as evenly as can be, from now on. They follow weights and rules as these stand at that moment, go to no target that
    /// drains, and end with an error where their target stops before it has answered.
    /// </summary>
    /// <param name="address">The listener's ARN, or the load balancer's address such as <c>http://web-0123456789.eu-west-1.elb.amazonaws.com:8080/path</c>.</param>
    /// <param name="perSecond">How many requests a simulated second, up to 10,000; the first comes one interval from now.</param>
    /// <returns>The traffic, to be counted and stopped.</returns>
    /// <exception cref="ArgumentException">There is no such listener.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The rate is zero, negative or too high.</exception>
    public TrafficFlow Start(string address, double perSecond)
    {
        ArgumentException.ThrowIfNullOrEmpty(address);
        if (!(perSecond is > 0 and <= MostPerSecond))
        {
            throw new ArgumentOutOfRangeException(nameof(perSecond), perSecond, $"The rate must be above zero, and at most {MostPerSecond} requests a second.");
        }

        lock (_world.Gate)
        {
            var (listener, path) = ListenerAddress.Find(_world, address);
            return new TrafficFlow(_world, listener, path, perSecond);
        }
    }
}
