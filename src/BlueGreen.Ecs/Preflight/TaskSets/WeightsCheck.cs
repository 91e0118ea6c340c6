using BlueGreen.Ecs.Engines.TaskSets;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Preflight.TaskSets;

/// <summary>BG234: the version that serves has all production traffic.</summary>
internal sealed class WeightsCheck : ITaskSetCheck
{
    public IEnumerable<Finding> Check(TaskSetFacts facts)
    {
        if (facts is { LiveGroup: { } live, IdleGroup: { } idle, Running: null } && ForwardRules.Weights(facts.Production, live, idle) is not { IsAllBlue: true })
        {
            yield return new("BG234", FindingSeverity.Error, facts.Production!.RuleArn, $"{TargetGroupArn.NameOf(live)}, the target group of the version that serves, does not have all of the traffic.", $"Set the weight of {TargetGroupArn.NameOf(live)} to 100 and that of {TargetGroupArn.NameOf(idle)} to 0, and keep other tools from changing them.");
        }
    }
}
