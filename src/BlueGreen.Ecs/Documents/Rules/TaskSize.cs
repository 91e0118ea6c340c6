using System.Globalization;

namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>Task sizes as ECS understands them: a number, or a number and a unit.</summary>
internal static class TaskSize
{
    /// <summary>CPU units of <c>256</c>, <c>.25 vCPU</c> or <c>1vcpu</c>.</summary>
    /// <returns>The units, or <see langword="null"/> when the text is not understood.</returns>
    public static int? CpuUnits(string text) => Parse(text, "VCPU");

    /// <summary>MiB of <c>512</c>, <c>1 GB</c> or <c>0.5gb</c>.</summary>
    /// <returns>The MiB, or <see langword="null"/> when the text is not understood.</returns>
    public static int? MemoryMiB(string text) => Parse(text, "GB");

    private static int? Parse(string text, string unit)
    {
        var number = text.AsSpan().Trim();
        if (!number.EndsWith(unit, StringComparison.OrdinalIgnoreCase))
        {
            return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var plain) ? plain : null;
        }

        return double.TryParse(number[..^unit.Length].TrimEnd(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var units) && units < int.MaxValue / 1024
            ? (int)Math.Round(units * 1024)
            : null;
    }
}
