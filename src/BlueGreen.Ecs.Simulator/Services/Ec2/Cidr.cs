using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace BlueGreen.Ecs.Simulator.Services.Ec2;

/// <summary>A block of IPv4 addresses.</summary>
/// <param name="First">The first address as a number.</param>
/// <param name="Length">How many bits all of its addresses share.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Cidr(uint First, int Length)
{
    public long Size => 1L << (32 - Length);

    private long End => First + Size;

    /// <returns>The block in its canonical form, or none where the text is no IPv4 block.</returns>
    public static Cidr? Parse(string text)
    {
        if (text.Split('/') is not [var address, var bits] || address.Split('.').Length != 4
            || !int.TryParse(bits, NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length > 32
            || !IPAddress.TryParse(address, out var ip) || ip.AddressFamily is not AddressFamily.InterNetwork)
        {
            return null;
        }

        var number = ip.GetAddressBytes().Aggregate(0u, (sum, part) => (sum << 8) | part);
        return new Cidr(length == 0 ? 0 : number & (uint.MaxValue << (32 - length)), length);
    }

    public bool Contains(Cidr other) => other.First >= First && other.End <= End;

    public bool Overlaps(Cidr other) => First < other.End && other.First < End;

    /// <returns>One address of the block: <c>10.0.1.4</c> is the one at 4 of <c>10.0.1.0/24</c>.</returns>
    public string AddressAt(long index)
    {
        var number = (uint)(First + index);
        return string.Create(CultureInfo.InvariantCulture, $"{number >> 24}.{(number >> 16) & 255}.{(number >> 8) & 255}.{number & 255}");
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{AddressAt(0)}/{Length}");
}
