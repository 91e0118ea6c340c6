using BlueGreen.Ecs.Engines.CodeDeploy;

namespace BlueGreen.Ecs.Preflight;

/// <summary>BG406: a failure brings the traffic back.</summary>
internal sealed class AutoRollBackCheck : ICodeDeployCheck
{
    public IEnumerable<Finding> Check(CodeDeployFacts facts)
    {
        var configuration = facts.Group.AutoRollbackConfiguration;
        if (configuration?.Enabled is not true || configuration.Events?.Contains("DEPLOYMENT_FAILURE") is not true)
        {
            yield return new("BG406", FindingSeverity.Warning, facts.Target.ToString(), "The deployment group does not roll back when a deployment fails; this deployment asks for it itself.", "Enable the group's automatic rollback for DEPLOYMENT_FAILURE and DEPLOYMENT_STOP_ON_ALARM, so that deployments by others are safe too.");
        }
    }
}
