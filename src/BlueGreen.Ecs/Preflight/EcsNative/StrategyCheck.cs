using Amazon.ECS;
using BlueGreen.Ecs.Engines.EcsNative;

namespace BlueGreen.Ecs.Preflight.EcsNative;

/// <summary>BG210: the service is one that ECS deploys blue/green.</summary>
internal sealed class StrategyCheck : IEcsNativeCheck
{
    public IEnumerable<Finding> Check(EcsNativeFacts facts)
    {
        if (facts.Configuration.Strategy is not { } strategy || strategy == DeploymentStrategy.ROLLING)
        {
            yield return new("BG210", FindingSeverity.Error, facts.Service.Arn, "ECS deploys the service with the strategy ROLLING, which replaces tasks under the running traffic; this library deploys blue/green.", "Set the service's deploymentConfiguration.strategy to BLUE_GREEN, LINEAR or CANARY, and give its load balancer an advancedConfiguration.");
        }
    }
}
