using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CloudWatch;

/// <summary>The operations on metrics.</summary>
internal static class MetricOperations
{
    private const int Minute = 60;
    private const int MostDatapoints = 1440;

    public static JsonObject Put(CloudWatchState state, JsonObject request)
    {
        var space = request.Text("Namespace")!;
        if (space.StartsWith("AWS/", StringComparison.Ordinal))
        {
            throw new AwsErrorException("InvalidParameterValue", "The value AWS/ for parameter Namespace is invalid. Namespaces that begin with AWS/ are reserved.");
        }

        foreach (var datum in request.Objects("MetricData"))
        {
            var at = datum.Number("Timestamp") is { } seconds ? DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000)) : state.Region.World.Now;
            var sample = state.Metrics.SampleAt(MetricName.Of(space, datum.Text("MetricName")!, Dimensions(datum)), at);
            if (datum.Object("StatisticValues") is { } set)
            {
                sample.Add(set.Number("SampleCount") ?? 0, set.Number("Sum") ?? 0, set.Number("Minimum") ?? 0, set.Number("Maximum") ?? 0);
                continue;
            }

            var (values, counts) = (Numbers(datum, "Values"), Numbers(datum, "Counts"));
            for (var i = 0; i < values.Count; i++)
            {
                sample.Add(values[i], counts.Count > i ? counts[i] : 1);
            }

            if (datum.Number("Value") is { } value)
            {
                sample.Add(value);
            }
        }

        return [];
    }

    public static JsonObject GetStatistics(CloudWatchState state, JsonObject request)
    {
        var (from, to, period) = Range(request, request.Int("Period")!.Value);
        var names = request.Texts("Statistics").Concat(request.Texts("ExtendedStatistics")).ToList();
        if (names.Count == 0)
        {
            throw new AwsErrorException("MissingRequiredParameter", "At least one of Statistics and ExtendedStatistics must be specified");
        }

        var metric = MetricName.Of(request.Text("Namespace")!, request.Text("MetricName")!, Dimensions(request));
        var periods = state.Metrics.Periods(metric, from, to, period);
        if (periods.Count > MostDatapoints)
        {
            throw new AwsErrorException("InvalidParameterCombination",
                $"You have requested up to {periods.Count} datapoints, which exceeds the limit of {MostDatapoints}. You may reduce the datapoints requested by increasing Period, or decreasing the time range.");
        }

        return new JsonObject
        {
            ["Label"] = metric.Name,
            ["Datapoints"] = periods.ToJson(one => Datapoint(one.Begin, one.Sample, names)),
        };
    }

    public static JsonObject GetData(CloudWatchState state, JsonObject request)
    {
        var results = new JsonArray();
        foreach (var query in request.Objects("MetricDataQueries"))
        {
            var asked = query.Object("MetricStat")
                ?? throw Invalid($"The query '{query.Text("Id")}' has an expression. The simulator answers queries with a MetricStat only; it computes no metric math.");
            var statistic = asked.Text("Stat")!;
            if (!MetricSample.IsStatistic(statistic))
            {
                throw Invalid($"The statistic '{statistic}' is not known. Known are SampleCount, Sum, Average, Minimum, Maximum and percentiles such as p99.");
            }

            if (query.Flag("ReturnData") == false)
            {
                continue;
            }

            var (from, to, period) = Range(request, asked.Int("Period")!.Value);
            var asks = asked.Object("Metric")!;
            var metric = MetricName.Of(asks.Text("Namespace", ""), asks.Text("MetricName", ""), Dimensions(asks));
            var periods = state.Metrics.Periods(metric, from, to, period);
            var ordered = (request.Text("ScanBy") == "TimestampAscending" ? periods : periods.Reverse()).ToList();
            results.Add((JsonNode)new JsonObject
            {
                ["Id"] = query.Text("Id"),
                ["Label"] = query.Text("Label", metric.Name),
                ["Timestamps"] = ordered.ToJson(one => JsonValue.Create(one.Begin.EpochSeconds())),
                ["Values"] = ordered.ToJson(one => JsonValue.Create(one.Sample.Statistic(statistic)!.Value)),
                ["StatusCode"] = "Complete",
            });
        }

        return new JsonObject { ["MetricDataResults"] = results, ["Messages"] = new JsonArray() };
    }

    /// <returns>A metric's dimensions as a request, a datum or an alarm has them.</returns>
    public static IEnumerable<(string Name, string Value)> Dimensions(JsonObject holder) =>
        holder.Objects("Dimensions").Select(one => (one.Text("Name", ""), one.Text("Value", "")));

    private static JsonObject Datapoint(DateTimeOffset begin, MetricSample sample, List<string> names)
    {
        var (point, extended) = (new JsonObject { ["Timestamp"] = begin.EpochSeconds() }, new JsonObject());
        foreach (var name in names)
        {
            var value = sample.Statistic(name) ?? throw Invalid($"The statistic '{name}' is not known. Known are SampleCount, Sum, Average, Minimum, Maximum and percentiles such as p99.");
            (name.StartsWith('p') ? extended : point)[name] = value;
        }

        point.SetUnlessNull("ExtendedStatistics", extended.Count > 0 ? extended : null);
        return point;
    }

    private static (DateTimeOffset From, DateTimeOffset To, int Period) Range(JsonObject request, int period)
    {
        var (from, to) = (request.Number("StartTime")!.Value, request.Number("EndTime")!.Value);
        if (from >= to)
        {
            throw Invalid("The parameter StartTime must be less than the parameter EndTime.");
        }

        return period % Minute == 0
            ? (DateTimeOffset.FromUnixTimeMilliseconds((long)(from * 1000)), DateTimeOffset.FromUnixTimeMilliseconds((long)(to * 1000)), period)
            : throw Invalid($"The period {period} is not a multiple of {Minute} seconds; the simulator keeps metrics by minutes.");
    }

    private static List<double> Numbers(JsonObject datum, string member) =>
        [.. (datum[member]?.AsArray() ?? []).Select(one => double.Parse(one!.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture))];

    private static AwsErrorException Invalid(string message) => new("ValidationError", message);
}
