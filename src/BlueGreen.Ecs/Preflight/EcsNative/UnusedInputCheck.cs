using BlueGreen.Ecs.Engines.EcsNative;

namespace BlueGreen.Ecs.Preflight.EcsNative;

/// <summary>BG219: nothing is given that only CodeDeploy would use.</summary>
internal sealed class UnusedInputCheck : IEcsNativeCheck
{
    public IEnumerable<Finding> Check(EcsNativeFacts facts)
    {
        if (facts.Deployment.AppSpec is not null)
        {
            yield return new("BG219", FindingSeverity.Warning, "AppSpec", "The AppSpec is not used: ECS itself deploys the service, and CodeDeploy does not. Its hooks are not called.", "Leave WithAppSpec out; hooks stand in the service's deploymentConfiguration.lifecycleHooks.");
        }

        if (facts.Deployment.CodeDeploy is { } target)
        {
            yield return new("BG219", FindingSeverity.Warning, target.ToString(), "The deployment group is not used: ECS itself deploys the service, and CodeDeploy does not.", "Leave WithCodeDeploy out.");
        }
    }
}
