using System.Net;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CloudWatch;

/// <summary>The operations on alarms.</summary>
internal static class AlarmOperations
{
    private const int DefaultPage = 50;
    private const int Minute = 60;

    public static JsonObject PutMetricAlarm(CloudWatchState state, JsonObject request)
    {
        if (request["MetricName"] is null && request["Metrics"] is null && request["EvaluationCriteria"] is null)
        {
            throw new AwsErrorException("ValidationError", "Either MetricName or Metrics must be specified");
        }

        return Put(state, request, isComposite: false);
    }

    public static JsonObject PutCompositeAlarm(CloudWatchState state, JsonObject request) => Put(state, request, isComposite: true);

    public static JsonObject Describe(CloudWatchState state, JsonObject request)
    {
        var (names, types, prefix) = (request.Texts("AlarmNames"), request.Texts("AlarmTypes"), request.Text("AlarmNamePrefix", ""));
        var found = state.Alarms.Values
            .Where(alarm => names.Count == 0 || names.Contains(alarm.Name, StringComparer.Ordinal))
            .Where(alarm => alarm.Name.StartsWith(prefix, StringComparison.Ordinal))
            .Where(alarm => request.Text("StateValue") is not { } value || string.Equals(alarm.State, value, StringComparison.Ordinal))
            .Where(alarm => types.Count == 0 ? !alarm.IsComposite : types.Contains(alarm.IsComposite ? "CompositeAlarm" : "MetricAlarm", StringComparer.Ordinal));
        var (page, next) = TokenPaging.Take(found, request.Text("NextToken"), request.Int("MaxRecords") ?? DefaultPage, "InvalidNextToken");
        return new JsonObject
        {
            ["MetricAlarms"] = page.Where(alarm => !alarm.IsComposite).ToJson(ToJson),
            ["CompositeAlarms"] = page.Where(alarm => alarm.IsComposite).ToJson(ToJson),
            ["NextToken"] = next,
        };
    }

    public static JsonObject DescribeHistory(CloudWatchState state, JsonObject request)
    {
        var found = state.Changes.AsEnumerable().Reverse()
            .Where(change => request.Text("AlarmName") is not { } name || string.Equals(change.Alarm, name, StringComparison.Ordinal));
        var (page, next) = TokenPaging.Take(found, request.Text("NextToken"), request.Int("MaxRecords") ?? DefaultPage, "InvalidNextToken");
        return new JsonObject
        {
            ["AlarmHistoryItems"] = page.ToJson(change => new JsonObject
            {
                ["AlarmName"] = change.Alarm,
                ["AlarmType"] = change.IsComposite ? "CompositeAlarm" : "MetricAlarm",
                ["Timestamp"] = change.Time.EpochSeconds(),
                ["HistoryItemType"] = "StateUpdate",
                ["HistorySummary"] = $"Alarm updated from {change.From} to {change.To}",
            }),
            ["NextToken"] = next,
        };
    }

    public static JsonObject SetState(CloudWatchState state, JsonObject request)
    {
        state.SetState(request.Text("AlarmName")!, request.Text("StateValue")!, request.Text("StateReason")!, request.Text("StateReasonData"));
        return [];
    }

    public static JsonObject Delete(CloudWatchState state, JsonObject request)
    {
        foreach (var name in request.Texts("AlarmNames"))
        {
            state.Alarms.Remove(name);
        }

        return [];
    }

    public static JsonObject Tag(CloudWatchState state, JsonObject request)
    {
        TagList.Add(ByArn(state, request).Tags, request.Objects("Tags"));
        return [];
    }

    public static JsonObject Untag(CloudWatchState state, JsonObject request)
    {
        TagList.Remove(ByArn(state, request).Tags, request.Texts("TagKeys"));
        return [];
    }

    public static JsonObject ListTags(CloudWatchState state, JsonObject request) => new() { ["Tags"] = TagList.ToJson(ByArn(state, request).Tags) };

    // Putting an alarm again changes its settings and keeps its state.
    private static JsonObject Put(CloudWatchState state, JsonObject request, bool isComposite)
    {
        var (name, now) = (request.Text("AlarmName")!, state.Region.World.Now);
        if (request.Int("Period") is { } period && period is not (10 or 20 or 30) && period % Minute != 0)
        {
            throw new AwsErrorException("ValidationError", "Period must be 10, 20, 30 or a multiple of 60");
        }

        if (!state.Alarms.TryGetValue(name, out var alarm) || alarm.IsComposite != isComposite)
        {
            alarm = new Alarm(state.Region.Arn("cloudwatch", $"alarm:{name}"), name, isComposite) { Configured = now, StateUpdated = now };
            TagList.Add(alarm.Tags, request.Objects("Tags"));
            state.Alarms[name] = alarm;
        }

        alarm.Configured = now;
        alarm.Settings = request.DeepClone().AsObject();
        alarm.Settings.Remove("Tags");
        new AlarmEvaluator(state).Watch(alarm);
        return [];
    }

    private static Alarm ByArn(CloudWatchState state, JsonObject request)
    {
        var arn = request.Text("ResourceARN")!;
        return state.Alarms.Values.FirstOrDefault(alarm => string.Equals(alarm.Arn, arn, StringComparison.Ordinal))
            ?? throw new AwsErrorException("ResourceNotFoundException", $"The alarm '{arn}' does not exist", HttpStatusCode.NotFound);
    }

    private static JsonObject ToJson(Alarm alarm)
    {
        var result = alarm.Settings.DeepClone().AsObject();
        result["AlarmArn"] = alarm.Arn;
        result["ActionsEnabled"] ??= true;
        result["AlarmConfigurationUpdatedTimestamp"] = alarm.Configured.EpochSeconds();
        result["StateValue"] = alarm.State;
        result["StateReason"] = alarm.Reason;
        result["StateReasonData"] = alarm.ReasonData;
        result["StateUpdatedTimestamp"] = alarm.StateUpdated.EpochSeconds();
        result["StateTransitionedTimestamp"] = alarm.StateUpdated.EpochSeconds();
        return result;
    }
}
