using BlueGreen.Ecs.Engines.EcsNative;

namespace BlueGreen.Ecs.Preflight.EcsNative;

/// <summary>BG220: ECS gives up a version that does not start.</summary>
internal sealed class CircuitBreakerCheck : IEcsNativeCheck
{
    public IEnumerable<Finding> Check(EcsNativeFacts facts)
    {
        if (facts.Configuration.DeploymentCircuitBreaker is not { Enable: true, Rollback: true })
        {
            yield return new("BG220", FindingSeverity.Warning, facts.Service.Arn, "The service's circuit breaker is off or does not roll back: ECS tries to start a version that cannot start for up to a day.", "Set deploymentConfiguration.deploymentCircuitBreaker to enable and rollback.");
        }
    }
}
