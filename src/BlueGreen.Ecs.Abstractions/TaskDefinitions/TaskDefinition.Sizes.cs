using System.Globalization;

namespace BlueGreen.Ecs;

/// <content>The sizes of a task as numbers.</content>
public sealed partial record TaskDefinition
{
    private const int PerWhole = 1024;

    /// <summary><see cref="Cpu"/> in CPU units, of which a virtual CPU has 1024: <c>256</c>, <c>.25 vCPU</c> and <c>0.25 vcpu</c> are the same.</summary>
    /// <value><see langword="null"/> when nothing is given, or nothing that can be understood.</value>
    public int? CpuUnits => Size(Cpu, "vCPU");

    /// <summary><see cref="Memory"/> in MiB, of which a GB has 1024: <c>2048</c>, <c>2 GB</c> and <c>2GB</c> are the same.</summary>
    /// <value><see langword="null"/> when nothing is given, or nothing that can be understood.</value>
    public int? MemoryMiB => Size(Memory, "GB");

    private static int? Size(string? text, string unit)
    {
        var number = text.AsSpan().Trim();
        if (!number.EndsWith(unit, StringComparison.OrdinalIgnoreCase))
        {
            return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var units) ? units : null;
        }

        number = number[..^unit.Length].TrimEnd();
        return decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var wholes) && wholes <= int.MaxValue / PerWhole
            ? (int)Math.Round(wholes * PerWhole)
            : null;
    }
}
