using BlueGreen.Ecs.Engines.TaskSets;

namespace BlueGreen.Ecs.Preflight.TaskSets;

/// <summary>BG240: requests go by the weights.</summary>
internal sealed class StickinessCheck : ITaskSetCheck
{
    public IEnumerable<Finding> Check(TaskSetFacts facts)
    {
        if (facts.Production is { } rule && ForwardRules.IsSticky(rule))
        {
            yield return new("BG240", FindingSeverity.Warning, rule.RuleArn, "The rule keeps clients with the target group that they came to first, so that the traffic does not follow the weights.", "Turn the rule's target group stickiness off, or take the percentages for those of new clients.");
        }
    }
}
