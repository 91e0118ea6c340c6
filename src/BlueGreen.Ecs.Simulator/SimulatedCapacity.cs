using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Services.Ec2;

namespace BlueGreen.Ecs.Simulator;

/// <summary>How much room tasks have. Unless something is said, there is room for all. A change holds for tasks that are placed from then on.</summary>
public sealed class SimulatedCapacity
{
    private readonly World _world;

    internal SimulatedCapacity(World world) => _world = world;

    /// <summary>
    /// How many tasks of the launch type EC2 the container instances of each cluster hold; 0 means that there are no instances. Default: none, any number. A
    /// service without room tells it by the event <c>was unable to place a task because no container instance met all of its requirements</c>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int? ContainerInstanceTasks
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value ?? 0, nameof(value));
            field = value;
        }
    }

    /// <summary>The quota of vCPUs that Fargate tasks may use at a time, in each region. Default: none. New accounts have 6.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public double? FargateVcpus
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value ?? 0, nameof(value));
            field = value;
        }
    }

    /// <summary>Whether Fargate itself has no room: <c>Capacity is unavailable at this time</c>. Default: no.</summary>
    public bool FargateIsUnavailable { get; set; }

    /// <summary>Fills a subnet: what else there is in the VPC takes its addresses, and DescribeSubnets tells how many are left.</summary>
    /// <param name="subnetId">A subnet that EC2 knows.</param>
    /// <param name="count">How many addresses are left for new tasks. Default: 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative, or more than the subnet has.</exception>
    /// <exception cref="ArgumentException">EC2 has no such subnet.</exception>
    public void LeaveFreeAddresses(string subnetId, int count = 0)
    {
        ArgumentException.ThrowIfNullOrEmpty(subnetId);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        lock (_world.Gate)
        {
            var subnet = _world.Regions.ToList().Select(region => Ec2State.Of(region).Subnets.GetValueOrDefault(subnetId)).FirstOrDefault(one => one is not null)
                ?? throw new ArgumentException($"There is no subnet '{subnetId}'.", nameof(subnetId));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(count, subnet.Available + subnet.UsedByOthers);
            subnet.UsedByOthers += subnet.Available - count;
        }
    }
}
