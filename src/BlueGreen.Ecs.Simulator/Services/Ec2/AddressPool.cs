using BlueGreen.Ecs.Simulator.Kernel;

namespace BlueGreen.Ecs.Simulator.Services.Ec2;

/// <summary>
/// The private addresses of network interfaces. No two have the same at a time, not even in networks that overlap, since the data plane knows a container by its
/// address alone.
/// </summary>
internal sealed class AddressPool
{
    private const int PerSubnet = 250;
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private int _given;

    /// <summary>One pool for all regions.</summary>
    public static AddressPool Of(World world) => world.In("aws-global").Get(_ => new AddressPool());

    /// <returns>An address outside of any subnet that is known: 10.0.1.4, 10.0.1.5 and so on.</returns>
    public string Next()
    {
        while (true)
        {
            var (subnet, host) = Math.DivRem(_given++, PerSubnet);
            var address = $"10.{subnet / 255}.{1 + (subnet % 255)}.{Subnet.FirstHost + host}";
            if (_taken.Add(address))
            {
                return address;
            }
        }
    }

    /// <returns>An address of a subnet, or none where all are taken.</returns>
    public string? Next(Subnet subnet)
    {
        var hosts = subnet.Available > 0 ? subnet.Cidr.Size - 1 - Subnet.FirstHost : 0;
        for (var tried = 0L; tried < hosts; tried++)
        {
            var address = subnet.Cidr.AddressAt(subnet.NextHost);
            subnet.NextHost = subnet.NextHost < subnet.Cidr.Size - 2 ? subnet.NextHost + 1 : Subnet.FirstHost;
            if (_taken.Add(address))
            {
                subnet.Used.Add(address);
                return address;
            }
        }

        return null;
    }

    public void Release(string address, Subnet? subnet)
    {
        _taken.Remove(address);
        subnet?.Used.Remove(address);
    }
}
