using System.Globalization;

namespace BlueGreen.Ecs;

/// <summary>What the new version takes while the old one is still there.</summary>
/// <param name="Tasks">How many new tasks run beside as many old ones at the peak.</param>
/// <param name="Cpu">The vCPU of all new tasks. <see langword="null"/> when the task definition says nothing of the task's size.</param>
/// <param name="MemoryGiB">The memory of all new tasks, in GiB. <see langword="null"/> likewise.</param>
public sealed record PlannedCapacity(int Tasks, double? Cpu, double? MemoryGiB)
{
    // CPU units of a vCPU, and MiB of a GiB.
    private const double Unit = 1024;

    /// <summary>One line: <c>2 new tasks beside 2 old ones; the new ones take 0.5 vCPU and 1 GiB</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Tasks} new tasks beside {Tasks} old ones{Size()}");

    /// <summary>What a number of tasks takes.</summary>
    internal static PlannedCapacity Of(int tasks, TaskDefinition definition) => new(tasks, tasks * Read(definition.Cpu, "VCPU"), tasks * Read(definition.Memory, "GB"));

    private string Size() => (Cpu, MemoryGiB) switch
    {
        ({ } cpu, { } memory) => FormattableString.Invariant($"; the new ones take {cpu:0.##} vCPU and {memory:0.##} GiB"),
        ({ } cpu, null) => FormattableString.Invariant($"; the new ones take {cpu:0.##} vCPU"),
        (null, { } memory) => FormattableString.Invariant($"; the new ones take {memory:0.##} GiB"),
        _ => string.Empty,
    };

    // Units or MiB as a number, or with the bigger unit behind it, as ECS takes both.
    private static double? Read(string? text, string unit)
    {
        var value = text?.Trim() ?? string.Empty;
        var isBig = value.EndsWith(unit, StringComparison.OrdinalIgnoreCase);
        return double.TryParse(isBig ? value[..^unit.Length] : value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)
            ? isBig ? number : number / Unit
            : null;
    }
}
