using BlueGreen.Ecs.Simulator.Kernel;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>The private addresses of tasks' network interfaces: 10.0.1.4, 10.0.1.5, … Each is given out once in the whole world.</summary>
internal sealed class AddressPool
{
    private const int PerSubnet = 250;
    private const int FirstHost = 4;
    private int _given;

    /// <summary>One pool for all regions, since the data plane knows a container by its address alone.</summary>
    public static AddressPool Of(World world) => world.In("aws-global").Get(_ => new AddressPool());

    public string Next()
    {
        var (subnet, host) = Math.DivRem(_given++, PerSubnet);
        return $"10.{subnet / 255}.{1 + (subnet % 255)}.{FirstHost + host}";
    }
}
