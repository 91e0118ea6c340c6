namespace BlueGreen.Ecs.Simulator.Services.CloudWatch;

/// <summary>The metrics of one region, minute by minute.</summary>
internal sealed class MetricStore
{
    private readonly Dictionary<MetricName, SortedDictionary<long, MetricSample>> _minutes = [];

    public bool Has(MetricName metric) => _minutes.ContainsKey(metric);

    public void Add(MetricName metric, DateTimeOffset at, double value) => SampleAt(metric, at).Add(value);

    /// <returns>The sample of the minute in which a moment lies, to be added to.</returns>
    public MetricSample SampleAt(MetricName metric, DateTimeOffset at)
    {
        if (!_minutes.TryGetValue(metric, out var minutes))
        {
            _minutes.Add(metric, minutes = []);
        }

        var minute = at.ToUnixTimeSeconds() / 60;
        if (!minutes.TryGetValue(minute, out var sample))
        {
            minutes.Add(minute, sample = new MetricSample());
        }

        return sample;
    }

    /// <summary>What came in from one moment, inclusive, to another, exclusive, put together by periods that begin at multiples of their length.</summary>
    /// <returns>The begin of each period in which something came in, and what; in order.</returns>
    public IReadOnlyList<(DateTimeOffset Begin, MetricSample Sample)> Periods(MetricName metric, DateTimeOffset from, DateTimeOffset to, int periodSeconds)
    {
        var periods = new List<(DateTimeOffset Begin, MetricSample Sample)>();
        foreach (var (minute, sample) in _minutes.GetValueOrDefault(metric, []))
        {
            var moment = DateTimeOffset.FromUnixTimeSeconds(minute * 60);
            var begin = DateTimeOffset.FromUnixTimeSeconds(minute * 60 / periodSeconds * periodSeconds);
            if (moment >= to || begin < from)
            {
                continue;
            }

            if (periods.Count == 0 || periods[^1].Begin != begin)
            {
                periods.Add((begin, new MetricSample()));
            }

            periods[^1].Sample.Add(sample);
        }

        return periods;
    }
}
