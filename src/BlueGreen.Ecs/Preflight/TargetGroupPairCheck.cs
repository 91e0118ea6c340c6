using BlueGreen.Ecs.Engines.CodeDeploy;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Preflight;

/// <summary>BG401: the version that serves uses one of the deployment group's two target groups.</summary>
internal sealed class TargetGroupPairCheck : ICodeDeployCheck
{
    public IEnumerable<Finding> Check(CodeDeployFacts facts)
    {
        var pair = facts.Group.LoadBalancerInfo.TargetGroups;
        if (facts.Service.TargetGroupArn is { } live && pair.All(name => name != TargetGroupArn.NameOf(live)))
        {
            yield return new("BG401", FindingSeverity.Error, facts.Target.ToString(), $"The service uses target group {TargetGroupArn.NameOf(live)}; the deployment group has {(pair.Count == 0 ? "none" : string.Join(" and ", pair))}.", "Put the service's target group into the deployment group's pair.");
        }
    }
}
