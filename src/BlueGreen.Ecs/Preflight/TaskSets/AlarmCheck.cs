using BlueGreen.Ecs.Engines.TaskSets;

namespace BlueGreen.Ecs.Preflight.TaskSets;

/// <summary>BG238 and BG239: the alarms are there, and not red.</summary>
internal sealed class AlarmCheck : ITaskSetCheck
{
    public IEnumerable<Finding> Check(TaskSetFacts facts)
    {
        foreach (var name in facts.Deployment.RollBackTriggers.Select(trigger => trigger.AlarmName).Distinct(StringComparer.Ordinal))
        {
            if (!facts.Alarms.TryGetValue(name, out var state))
            {
                yield return new("BG239", FindingSeverity.Error, name, "There is no alarm of that name in the account and region.", "Create the alarm, or leave it out.");
            }
            else if (state == "ALARM")
            {
                yield return new("BG238", FindingSeverity.Error, name, "The alarm is in ALARM before anything was deployed; the deployment would be rolled back at its first step.", "Deploy when the alarm is OK, or leave it out.");
            }
        }
    }
}
