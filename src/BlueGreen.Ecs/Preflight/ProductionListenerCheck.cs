using BlueGreen.Ecs.Engines.CodeDeploy;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Preflight;

/// <summary>BG301: the production listener forwards to the target group of the version that serves.</summary>
internal sealed class ProductionListenerCheck : ICodeDeployCheck
{
    public IEnumerable<Finding> Check(CodeDeployFacts facts)
    {
        if (facts.Group.LoadBalancerInfo.ProductionListener is not { } listener || facts.Service.TargetGroupArn is not { } live)
        {
            yield break;
        }

        var name = TargetGroupArn.NameOf(live);
        if (!TrafficRules.Shares(facts.ProductionRules, [name]).TryGetValue(name, out var percent) || percent == 0)
        {
            yield return new("BG301", FindingSeverity.Error, listener, $"No rule of the production listener forwards traffic to {name}, the target group of the version that serves.", $"Forward the listener to {name}, and keep other tools from changing it.");
        }
    }
}
