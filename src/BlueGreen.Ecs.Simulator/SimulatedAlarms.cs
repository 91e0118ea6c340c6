using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator;

/// <summary>The CloudWatch alarms, to be set off and recovered by hand.</summary>
public sealed class SimulatedAlarms
{
    private readonly World _world;

    internal SimulatedAlarms(World world) => _world = world;

    /// <summary>An alarm, which need not exist yet.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="region">Its region. Default: us-east-1.</param>
    public SimulatedAlarm this[string name, string region = CredentialScope.DefaultRegion]
    {
        get
        {
            ArgumentException.ThrowIfNullOrEmpty(name);
            ArgumentException.ThrowIfNullOrEmpty(region);
            return new SimulatedAlarm(_world, name, region);
        }
    }
}
