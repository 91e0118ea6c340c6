using BlueGreen.Ecs.Engines.CodeDeploy;

namespace BlueGreen.Ecs.Preflight;

/// <summary>BG414: something looks at the new version before it has all traffic, or can still bring the traffic back.</summary>
internal sealed class UnseenVersionCheck : ICodeDeployCheck
{
    public IEnumerable<Finding> Check(CodeDeployFacts facts)
    {
        if (facts.Deployment.Shift.Kind == TrafficShiftKind.AllAtOnce && !facts.HasTestListener && facts.AlarmNames.Count == 0 && facts.Deployment.Gates.Count == 0)
        {
            yield return new("BG414", FindingSeverity.Warning, facts.Target.ToString(), "All traffic moves at once, and without a test listener nobody checks the new version's health before: one that answers only errors would get all of it, and the deployment would succeed.", "Give the deployment group a test listener, shift as a canary, or name an alarm with RollBackOn.");
        }
    }
}
