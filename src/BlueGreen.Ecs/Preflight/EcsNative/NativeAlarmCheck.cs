using BlueGreen.Ecs.Engines.EcsNative;

namespace BlueGreen.Ecs.Preflight.EcsNative;

/// <summary>BG222 and BG224: the alarms can bring the traffic back.</summary>
internal sealed class NativeAlarmCheck : IEcsNativeCheck
{
    private const string Red = "ALARM";

    public IEnumerable<Finding> Check(EcsNativeFacts facts)
    {
        if (facts.AlarmNames.Count > 0 && facts.Alarms is null)
        {
            yield return new("BG222", FindingSeverity.NotChecked, string.Join(", ", facts.AlarmNames), "Whether an alarm is in ALARM is not known: cloudwatch:DescribeAlarms is not allowed.", "Allow cloudwatch:DescribeAlarms, or look at the alarms before you deploy.");
            yield break;
        }

        foreach (var name in facts.AlarmNames)
        {
            if (facts.Alarms?.TryGetValue(name, out var state) is not true)
            {
                yield return new("BG224", FindingSeverity.Warning, name, "There is no alarm of that name in the account and region, so that it never brings the traffic back.", "Create the alarm, or leave it out.");
            }
            else if (state == Red)
            {
                yield return new("BG222", FindingSeverity.Warning, name, "The alarm is in ALARM before anything was deployed. ECS then watches none of the alarms in this deployment: no alarm would bring the traffic back.", "Deploy when the alarm is OK, unless this version is the cure; a gate at Stage.ProductionTraffic can judge in the alarm's place.");
            }
        }
    }
}
