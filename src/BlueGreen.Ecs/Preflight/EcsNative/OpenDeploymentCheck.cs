using BlueGreen.Ecs.Engines.EcsNative;

namespace BlueGreen.Ecs.Preflight.EcsNative;

/// <summary>BG214: no deployment of the service is running.</summary>
internal sealed class OpenDeploymentCheck : IEcsNativeCheck
{
    public IEnumerable<Finding> Check(EcsNativeFacts facts)
    {
        if (facts.RunningDeployment is { } running)
        {
            yield return new("BG214", FindingSeverity.Warning, running, "This deployment of the service is running, also while the old version is kept; ECS would stop it for another one, and so another one is refused until it has ended.", "Wait for it, watch it with AttachAsync, or stop it.");
        }
    }
}
