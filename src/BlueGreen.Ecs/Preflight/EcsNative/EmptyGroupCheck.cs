using BlueGreen.Ecs.Engines.EcsNative;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Preflight.EcsNative;

/// <summary>BG223: production traffic goes to the tasks that run.</summary>
internal sealed class EmptyGroupCheck : IEcsNativeCheck
{
    public IEnumerable<Finding> Check(EcsNativeFacts facts)
    {
        // While a deployment is under way, tasks come and go.
        foreach (var (rule, groups, weights) in facts.Pairs.Where(_ => facts.RunningDeployment is null))
        {
            var serving = groups.FirstOrDefault(group => facts.Targets.GetValueOrDefault(group) > 0);
            var empty = groups.FirstOrDefault(group => weights?.GetValueOrDefault(group) > 0 && facts.Targets.TryGetValue(group, out var targets) && targets == 0);
            if (serving is not null && empty is not null)
            {
                var (there, here) = (TargetGroupArn.NameOf(empty), TargetGroupArn.NameOf(serving));
                yield return new("BG223", FindingSeverity.Error, rule, $"The production rule sends traffic to {there}, which has no targets; the tasks that run are in {here}.", $"Set the weight of {here} to 1 and that of {there} to 0, and keep other tools from changing them.");
            }
        }
    }
}
