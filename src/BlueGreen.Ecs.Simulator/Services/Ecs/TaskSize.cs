using System.Globalization;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>Reads a task's <c>cpu</c> and <c>memory</c>, which may carry a unit: <c>1 vCPU</c> is 1024 CPU units, <c>2 GB</c> are 2048 MiB.</summary>
internal static class TaskSize
{
    /// <exception cref="AwsErrorException">The text is no size.</exception>
    public static int? ReadCpu(string? text) => Read(text, "cpu", "vcpu");

    /// <exception cref="AwsErrorException">The text is no size.</exception>
    public static int? ReadMemory(string? text) => Read(text, "memory", "gb");

    private static int? Read(string? text, string member, string unit)
    {
        if (text is null)
        {
            return null;
        }

        var hasUnit = text.EndsWith(unit, StringComparison.OrdinalIgnoreCase);
        var digits = hasUnit ? text[..^unit.Length].Trim() : text.Trim();
        if (!double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            throw EcsErrors.Client(
                $"Invalid '{member}' setting for task. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.");
        }

        return (int)(hasUnit ? number * 1024 : number);
    }
}
