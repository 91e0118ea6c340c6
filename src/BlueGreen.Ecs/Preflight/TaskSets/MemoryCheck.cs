using BlueGreen.Ecs.Engines.TaskSets;

namespace BlueGreen.Ecs.Preflight.TaskSets;

/// <summary>BG243: what the deployment must remember fits into tags.</summary>
internal sealed class MemoryCheck : ITaskSetCheck
{
    public IEnumerable<Finding> Check(TaskSetFacts facts)
    {
        if (ShiftText.Write(facts.Deployment.Shift).Length > TagText.Longest)
        {
            yield return new("BG243", FindingSeverity.Error, $"Shift({facts.Deployment.Shift.Kind})", "The steps do not fit into a tag of 256 characters, where a deployment keeps them.", "Use fewer steps, or Linear.");
        }

        foreach (var alarm in facts.Deployment.RollBackTriggers.Select(trigger => trigger.AlarmName).Where(name => TagText.Decode(TagText.Encode(name)) != name))
        {
            yield return new("BG243", FindingSeverity.Error, alarm, "The alarm's name does not fit into a tag of 256 characters, where a deployment keeps it.", "Give the alarm a shorter name, of letters and digits.");
        }
    }
}
