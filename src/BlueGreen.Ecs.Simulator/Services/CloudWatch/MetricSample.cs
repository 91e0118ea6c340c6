using System.Globalization;

namespace BlueGreen.Ecs.Simulator.Services.CloudWatch;

/// <summary>The values that a metric got within a time: how often each, and the statistics of them.</summary>
internal sealed class MetricSample
{
    private readonly SortedDictionary<double, double> _values = [];
    private double _low = double.PositiveInfinity;
    private double _high = double.NegativeInfinity;

    public double Count { get; private set; }

    public double Sum { get; private set; }

    public void Add(double value, double count = 1)
    {
        _values[value] = _values.GetValueOrDefault(value) + count;
        (Count, Sum, _low, _high) = (Count + count, Sum + (value * count), Math.Min(_low, value), Math.Max(_high, value));
    }

    /// <summary>Adds what is known only by its statistics; its percentiles are taken at its average.</summary>
    public void Add(double count, double sum, double low, double high)
    {
        if (count > 0)
        {
            _values[sum / count] = _values.GetValueOrDefault(sum / count) + count;
            (Count, Sum, _low, _high) = (Count + count, Sum + sum, Math.Min(_low, low), Math.Max(_high, high));
        }
    }

    public void Add(MetricSample other)
    {
        foreach (var (value, count) in other._values)
        {
            _values[value] = _values.GetValueOrDefault(value) + count;
        }

        (Count, Sum, _low, _high) = (Count + other.Count, Sum + other.Sum, Math.Min(_low, other._low), Math.Max(_high, other._high));
    }

    /// <returns>A statistic by CloudWatch's name, also a percentile such as <c>p99.9</c>; <see langword="null"/> where there is no such.</returns>
    public double? Statistic(string name) => name switch
    {
        "SampleCount" => Count,
        "Sum" => Sum,
        "Average" => Sum / Count,
        "Minimum" => _low,
        "Maximum" => _high,
        _ when IsPercentile(name, out var percent) => Percentile(percent),
        _ => null,
    };

    public static bool IsStatistic(string name) =>
        name is "SampleCount" or "Sum" or "Average" or "Minimum" or "Maximum" || IsPercentile(name, out _);

    private static bool IsPercentile(string name, out double percent)
    {
        percent = 0;
        return name.StartsWith('p') && double.TryParse(name.AsSpan(1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out percent) && percent is > 0 and <= 100;
    }

    // The value below or at which that share of all values lies.
    private double Percentile(double percent)
    {
        var (rank, seen) = (Count * percent / 100, 0.0);
        foreach (var (value, count) in _values)
        {
            seen += count;
            if (seen >= rank)
            {
                return value;
            }
        }

        return _high;
    }
}
