using BlueGreen.Ecs.Engines.CodeDeploy;

namespace BlueGreen.Ecs.Preflight;

/// <summary>BG412: an alarm of the deployment group brings the traffic back too.</summary>
internal sealed class AlarmRollBackCheck : ICodeDeployCheck
{
    public IEnumerable<Finding> Check(CodeDeployFacts facts)
    {
        if (facts.Group is { AlarmConfiguration: { Enabled: true, Alarms.Count: > 0 }, AutoRollbackConfiguration: { Enabled: true, Events: { } events } } && !events.Contains("DEPLOYMENT_STOP_ON_ALARM"))
        {
            yield return new("BG412", FindingSeverity.Warning, facts.Target.ToString(), "The deployment group has alarms, and its automatic rollback does not cover them: an alarm would stop a deployment and leave the traffic where it is. This deployment asks for the rollback itself.", "Add DEPLOYMENT_STOP_ON_ALARM to the group's rollback events, so that deployments by others are safe too.");
        }
    }
}
