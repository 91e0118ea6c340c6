using Amazon.CloudWatch;
using BlueGreen.Ecs.Diagnosis.Texts;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Diagnosis.Evidence;

/// <summary>The deployment's alarms. Takes its client when there is an alarm to look at.</summary>
internal sealed class AlarmSource(SideClient<IAmazonCloudWatch> alarms)
{
    private const int Most = 100;

    public async Task<IReadOnlyList<AlarmSeen>?> ReadAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        if (names.Count == 0)
        {
            return [];
        }

        var request = new Amazon.CloudWatch.Model.DescribeAlarmsRequest { AlarmNames = [.. names.Distinct(StringComparer.Ordinal).Take(Most)], AlarmTypes = ["MetricAlarm", "CompositeAlarm"] };
        var response = await AwsCalls.CallAsync("cloudwatch:DescribeAlarms", () => alarms.Value.DescribeAlarmsAsync(request, cancellationToken)).ConfigureAwait(false);
        return
        [
            .. (response.MetricAlarms ?? []).Select(alarm => Seen(alarm.AlarmName, alarm.StateValue, alarm.StateReason, alarm.StateUpdatedTimestamp)),
            .. (response.CompositeAlarms ?? []).Select(alarm => Seen(alarm.AlarmName, alarm.StateValue, alarm.StateReason, alarm.StateUpdatedTimestamp)),
        ];
    }

    private static AlarmSeen Seen(string name, StateValue? state, string? reason, DateTime? changedAt) => new(name, state?.Value ?? "INSUFFICIENT_DATA", OutsideText.Clean(reason), changedAt?.ToUniversalTime());
}
