namespace BlueGreen.Ecs.Benchmarks;

/// <summary>
/// Measures two pieces of code in turns, in many short rounds, so that whatever else the machine does slows both alike. The figure is the median of the rounds' ratios.
/// </summary>
internal static class SideBySide
{
    private const int Rounds = 201;
    private const int WarmUp = 60;
    private const int CallsPerRound = 200;

    /// <summary>Runs both.</summary>
    /// <returns>The ratio of the times, the median time of each in microseconds, and the ratio of what a call allocates.</returns>
    public static (double TimeRatio, double Microseconds, double BaselineMicroseconds, double AllocationRatio) Measure(Action code, Action baseline)
    {
        var rounds = new List<(double Code, double Baseline)>();
        for (var i = 0; i < WarmUp + Rounds; i++)
        {
            var round = (Time(code), Time(baseline));
            if (i >= WarmUp)
            {
                rounds.Add(round);
            }
        }

        return (Median(rounds.Select(round => round.Code / round.Baseline)), Median(rounds.Select(round => round.Code)), Median(rounds.Select(round => round.Baseline)), Allocation(code) / Allocation(baseline));
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

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
