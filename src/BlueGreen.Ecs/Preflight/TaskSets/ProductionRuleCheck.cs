using BlueGreen.Ecs.Engines.TaskSets;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Preflight.TaskSets;

/// <summary>BG231, BG232 and BG233: one listener rule shares production traffic between two target groups.</summary>
internal sealed class ProductionRuleCheck : ITaskSetCheck
{
    public IEnumerable<Finding> Check(TaskSetFacts facts)
    {
        if (facts.LiveGroup is not { } live)
        {
            yield break;
        }

        var name = TargetGroupArn.NameOf(live);
        if (facts.Production is not { } rule)
        {
            yield return new("BG231", FindingSeverity.Error, live, $"No listener forwards to {name}, the target group of the version that serves.", $"Have a listener rule forward to {name} with weight 100 and to a second target group with weight 0.");
        }
        else if (facts.IdleGroup is null)
        {
            yield return new("BG232", FindingSeverity.Error, rule.RuleArn, $"The rule names {ForwardRules.Weights(rule).Count} target groups; a deployment moves traffic between two.", $"Have the rule forward to {name} with weight 100 and to a second target group, for the new version, with weight 0.");
        }

        foreach (var other in facts.LiveRules.Where(other => other != facts.Production))
        {
            yield return new("BG233", FindingSeverity.Error, other.RuleArn, $"This rule forwards to {name} too; its requests would fail once the old version is gone.", "Have one rule alone forward to the version that serves, and redirect from the others.");
        }
    }
}
