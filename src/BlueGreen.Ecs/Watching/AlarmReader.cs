using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Watching;

/// <summary>Looks at alarms. Takes its client when there is an alarm to look at: who uses none needs none.</summary>
internal sealed class AlarmReader(SideClient<IAmazonCloudWatch> cloudWatch, ReadBudgets budgets, TimeProvider clock)
{
    /// <summary>The state of each alarm that exists, by name.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(IEnumerable<string> names, CancellationToken cancellationToken)
    {
        var request = new DescribeAlarmsRequest { AlarmNames = [.. names], AlarmTypes = ["MetricAlarm", "CompositeAlarm"] };
        if (request.AlarmNames.Count == 0)
        {
            return new Dictionary<string, string>(StringComparer.Ordinal);
        }

        await budgets.Alarms.TakeAsync(cancellationToken).ConfigureAwait(false);
        var response = await PatientCalls.CallAsync("cloudwatch:DescribeAlarms", () => cloudWatch.Value.DescribeAlarmsAsync(request, cancellationToken), clock, cancellationToken).ConfigureAwait(false);
        return (response.MetricAlarms ?? []).Select(alarm => (alarm.AlarmName, alarm.StateValue))
            .Concat((response.CompositeAlarms ?? []).Select(alarm => (alarm.AlarmName, alarm.StateValue)))
            .DistinctBy(alarm => alarm.AlarmName, StringComparer.Ordinal)
            .ToDictionary(alarm => alarm.AlarmName, alarm => alarm.StateValue?.Value ?? string.Empty, StringComparer.Ordinal);
    }

    /// <summary>Those that are in <c>ALARM</c>.</summary>
    public async Task<EquatableArray<string>> FindRedAsync(IEnumerable<string> names, CancellationToken cancellationToken) =>
        [.. (await ReadAsync(names, cancellationToken).ConfigureAwait(false)).Where(alarm => alarm.Value == StateValue.ALARM.Value).Select(alarm => alarm.Key).Order(StringComparer.Ordinal)];
}
