using System.Globalization;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CloudWatch;

/// <summary>
/// Evaluates metric alarms every minute, over as many periods as they say. An alarm whose metric has never had a value keeps its state, unless
/// it says what missing data means; one that was set by the test keeps its state too.
/// </summary>
internal sealed class AlarmEvaluator(CloudWatchState state)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Evaluates an alarm from the next whole minute on, as long as it exists with these settings.</summary>
    public void Watch(Alarm alarm)
    {
        if (alarm.IsComposite || alarm.Settings.Text("MetricName") is null)
        {
            return;
        }

        var settings = alarm.Settings;
        var world = state.Region.World;
        var toNextMinute = Minute - TimeSpan.FromTicks(world.Now.Ticks % Minute.Ticks);
        world.Clock.ScheduleUpkeep(toNextMinute, $"alarm {alarm.Name} is evaluated", () =>
        {
            if (state.FindAlarm(alarm.Name) == alarm && alarm.Settings == settings)
            {
                Evaluate(alarm);
                Watch(alarm);
            }
        });
    }

    private void Evaluate(Alarm alarm)
    {
        var settings = alarm.Settings;
        var metric = MetricName.Of(settings.Text("Namespace", ""), settings.Text("MetricName", ""), MetricOperations.Dimensions(settings));
        var missing = settings.Text("TreatMissingData", "missing");
        if (alarm.IsHeld || (!state.Metrics.Has(metric) && missing is "missing" or "ignore"))
        {
            return;
        }

        var values = Values(metric, settings);
        var needed = settings.Int("DatapointsToAlarm") ?? values.Count;
        var known = values.OfType<double>().ToList();
        var breaching = known.Count(value => Breaches(settings, value)) + (missing == "breaching" ? values.Count - known.Count : 0);
        var judged = missing is "breaching" or "notBreaching" ? values.Count : known.Count;
        var next = judged == 0 ? (missing == "ignore" ? alarm.State : Alarm.Unknown)
            : breaching >= Math.Min(needed, judged) ? Alarm.InAlarm : Alarm.Fine;
        if (next != alarm.State)
        {
            state.SetState(alarm.Name, next, Reason(settings, known, breaching, values.Count));
        }
    }

    private List<double?> Values(MetricName metric, System.Text.Json.Nodes.JsonObject settings)
    {
        var period = settings.Int("Period") ?? 60;
        var count = settings.Int("EvaluationPeriods") ?? 1;
        var statistic = settings.Text("ExtendedStatistic") ?? settings.Text("Statistic", "Average");
        var end = DateTimeOffset.FromUnixTimeSeconds(state.Region.World.Now.ToUnixTimeSeconds() / 60 * 60);
        var values = new List<double?>();
        for (var i = count; i > 0; i--)
        {
            // Not aligned to the period's multiples, as alarms are not: the last period ends now.
            var sample = new MetricSample();
            foreach (var (_, minute) in state.Metrics.Periods(metric, end.AddSeconds(-i * period), end.AddSeconds(-(i - 1) * period), 60))
            {
                sample.Add(minute);
            }

            values.Add(sample.Count > 0 ? sample.Statistic(statistic) : null);
        }

        return values;
    }

    private static bool Breaches(System.Text.Json.Nodes.JsonObject settings, double value)
    {
        var threshold = settings.Number("Threshold") ?? 0;
        return settings.Text("ComparisonOperator") switch
        {
            "GreaterThanThreshold" => value > threshold,
            "LessThanThreshold" => value < threshold,
            "LessThanOrEqualToThreshold" => value <= threshold,
            _ => value >= threshold,
        };
    }

    private static string Reason(System.Text.Json.Nodes.JsonObject settings, List<double> known, int breaching, int asked)
    {
        var values = string.Join(", ", known.Select(value => value.ToString(CultureInfo.InvariantCulture)));
        return known.Count == 0
            ? string.Create(CultureInfo.InvariantCulture, $"Insufficient Data: {asked} datapoints were unknown.")
            : string.Create(CultureInfo.InvariantCulture,
                $"Threshold Crossed: {breaching} of the last {asked} datapoints [{values}] met {settings.Text("ComparisonOperator")} {settings.Number("Threshold")}.");
    }
}
