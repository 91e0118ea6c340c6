using System.Globalization;

namespace BlueGreen.Ecs.Engines.TaskSets;

/// <summary>A shift as the value of a tag: <c>Steps 00:05:00 1 5 25 100</c>.</summary>
internal static class ShiftText
{
    public static string Write(TrafficShift shift)
    {
        var percents = shift.Kind == TrafficShiftKind.Steps ? shift.Steps.Select(step => step.GreenPercent) : [shift.Percent];
        var numbers = string.Join(' ', percents.Select(percent => percent.ToString("R", CultureInfo.InvariantCulture)));
        return $"{shift.Kind} {shift.Interval.ToString("c", CultureInfo.InvariantCulture)} {numbers}";
    }

    /// <returns>The shift, or <see langword="null"/> when the text is none.</returns>
    public static TrafficShift? Read(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 3 || !TimeSpan.TryParse(parts[1], CultureInfo.InvariantCulture, out var interval))
        {
            return null;
        }

        var percents = parts[2..].Select(part => double.TryParse(part, CultureInfo.InvariantCulture, out var percent) ? percent : 0).ToArray();
        try
        {
            return parts[0] switch
            {
                nameof(TrafficShiftKind.AllAtOnce) => TrafficShift.AllAtOnce,
                nameof(TrafficShiftKind.Canary) => TrafficShift.Canary(percents[0], interval),
                nameof(TrafficShiftKind.Linear) => TrafficShift.Linear(percents[0], interval),
                nameof(TrafficShiftKind.Steps) => TrafficShift.InSteps(interval, percents),
                _ => null,
            };
        }
        catch (ArgumentException)
        {
            return null; // Somebody has written over the tag.
        }
    }
}
