using BlueGreen.Ecs.Simulator.Kernel;

namespace BlueGreen.Ecs.Simulator.Services.ElasticLoadBalancing;

/// <summary>A registered target and how its health checks went.</summary>
internal sealed class Target(string id, int port)
{
    public string Id => id;

    public int Port => port;

    public TargetHealth Health { get; set; } = TargetHealths.NotInUse;

    /// <summary>How many checks in a row succeeded.</summary>
    public int Successes { get; set; }

    /// <summary>How many checks in a row failed.</summary>
    public int Failures { get; set; }

    /// <summary>The next check, or the end of draining.</summary>
    public ScheduledEvent? Next { get; set; }
}
