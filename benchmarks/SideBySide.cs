namespace BlueGreen.Ecs.Benchmarks;

/// <summary>
/// Measures two pieces of code in turns, in many short rounds. What counts of each is its best round: whatever else the machine does can only make a round slower.
/// </summary>
internal static class SideBySide
{
    private const int Rounds = 400;
    private const int CallsPerRound = 200;

    // The runtime compiles hot code anew while it runs; what it has then is what is measured.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    /// <summary>Runs both.</summary>
    /// <returns>The ratio of the times, the time of each in microseconds, and the ratio of what a call allocates.</returns>
    public static (double TimeRatio, double Microseconds, double BaselineMicroseconds, double AllocationRatio) Measure(Action code, Action baseline)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(start) < WarmUp)
        {
            Time(code);
            Time(baseline);
        }

        var (best, bestBaseline) = (double.MaxValue, double.MaxValue);
        for (var i = 0; i < Rounds; i++)
        {
            best = Math.Min(best, Time(code));
            bestBaseline = Math.Min(bestBaseline, Time(baseline));
        }

        return (best / bestBaseline, best, bestBaseline, Allocation(code) / Allocation(baseline));
    }

    private static double Time(Action code)
    {
        var start = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < CallsPerRound; i++)
        {
            code();
        }

        return TimeProvider.System.GetElapsedTime(start).TotalMicroseconds / CallsPerRound;
    }

    private static double Allocation(Action code)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        code();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
