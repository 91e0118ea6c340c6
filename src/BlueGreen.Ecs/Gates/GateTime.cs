using System.Runtime.CompilerServices;

namespace BlueGreen.Ecs;

/// <summary>Times of gates.</summary>
internal static class GateTime
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <returns>The time itself.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It is not more than zero, or longer than any deployment.</exception>
    public static TimeSpan Checked(TimeSpan time, [CallerArgumentExpression(nameof(time))] string? name = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(time, TimeSpan.Zero, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(time, Longest, name);
        return time;
    }
}
