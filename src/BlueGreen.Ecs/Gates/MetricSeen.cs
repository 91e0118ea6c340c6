namespace BlueGreen.Ecs;

/// <summary>What a metric said within a window.</summary>
/// <param name="Values">The value of each period in which something came in, in order; a ratio is one for the whole window.</param>
/// <param name="Samples">How many samples there were.</param>
internal sealed record MetricSeen(IReadOnlyList<(DateTimeOffset At, double Value)> Values, double Samples)
{
    /// <summary>The value that is furthest on the bad side.</summary>
    public (DateTimeOffset At, double Value)? Worst(bool isMost) =>
        Values.Count == 0 ? null : isMost ? Values.MaxBy(one => one.Value) : Values.MinBy(one => one.Value);
}
