using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs;

/// <summary>Reads the metrics that a gate looks at.</summary>
internal sealed class MetricReader(MetricGateSettings settings, IAmazonCloudWatch client)
{
    private const string Values = "values";
    private const string Samples = "samples";

    /// <summary>What came in within a window.</summary>
    /// <param name="dimensions">The dimensions.</param>
    /// <param name="from">The window's begin, inclusive.</param>
    /// <param name="to">Its end, exclusive.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="AwsCallException">AWS refused.</exception>
    public async Task<MetricSeen> ReadAsync(EquatableArray<NamedValue> dimensions, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var request = new GetMetricDataRequest
        {
            StartTime = from.UtcDateTime,
            EndTime = to.UtcDateTime,
            ScanBy = ScanBy.TimestampAscending,
            MetricDataQueries =
            [
                Query(Values, settings.Metric, settings.Divisor is null ? settings.Statistic : "Sum", dimensions),
                Query(Samples, settings.Divisor ?? settings.Metric, settings.Divisor is null ? "SampleCount" : "Sum", dimensions),
            ],
        };
        var (values, samples) = (new List<(DateTimeOffset At, double Value)>(), 0.0);
        do
        {
            var page = await AwsCalls.CallAsync("cloudwatch:GetMetricData", client.GetMetricDataAsync(request, cancellationToken)).ConfigureAwait(false);
            foreach (var result in page.MetricDataResults ?? [])
            {
                if (result.Id == Values)
                {
                    values.AddRange((result.Timestamps ?? []).Zip(result.Values ?? [], (at, value) => (new DateTimeOffset(at.ToUniversalTime()), value)));
                }
                else
                {
                    samples += (result.Values ?? []).Sum();
                }
            }

            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));

        return new(settings.Divisor is null ? values : Ratio(values, samples, from), samples);
    }

    private static List<(DateTimeOffset At, double Value)> Ratio(List<(DateTimeOffset At, double Value)> values, double samples, DateTimeOffset from) =>
        samples > 0 ? [(from, values.Sum(one => one.Value) / samples)] : [];

    private MetricDataQuery Query(string id, string metric, string statistic, EquatableArray<NamedValue> dimensions) => new()
    {
        Id = id,
        MetricStat = new()
        {
            Metric = new() { Namespace = settings.Namespace, MetricName = metric, Dimensions = [.. dimensions.Select(one => new Dimension { Name = one.Name, Value = one.Value })] },
            Period = (int)settings.Period.TotalSeconds,
            Stat = statistic,
        },
    };
}
