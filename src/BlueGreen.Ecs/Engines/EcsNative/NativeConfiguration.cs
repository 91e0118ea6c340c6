using Amazon.ECS.Model;

namespace BlueGreen.Ecs.Engines.EcsNative;

/// <summary>The deployment configuration that a service gets for a deployment: whole, so that it is the same whether ECS merges or replaces. Pure.</summary>
internal static class NativeConfiguration
{
    /// <summary>What the deployment asks for, over what the service has.</summary>
    public static DeploymentConfiguration For(Deployment deployment, DeploymentConfiguration? present) => new()
    {
        Strategy = NativeStrategy.Of(deployment.Shift),
        CanaryConfiguration = NativeStrategy.Canary(deployment.Shift),
        LinearConfiguration = NativeStrategy.Linear(deployment.Shift),
        BakeTimeInMinutes = deployment.Bake is { } bake ? (int)bake.TotalMinutes : present?.BakeTimeInMinutes,
        LifecycleHooks = GateHooks.For(deployment, present?.LifecycleHooks),
        Alarms = Alarms(deployment, present?.Alarms),
        DeploymentCircuitBreaker = present?.DeploymentCircuitBreaker,
        MaximumPercent = present?.MaximumPercent,
        MinimumHealthyPercent = present?.MinimumHealthyPercent,
    };

    /// <summary>The alarms that are watched. Those that somebody switched off stay off; the deployment's own are watched in any case.</summary>
    public static DeploymentAlarms? Alarms(Deployment deployment, DeploymentAlarms? present)
    {
        if (deployment.RollBackTriggers.Count == 0)
        {
            return present;
        }

        var kept = present?.Enable is true ? present.AlarmNames ?? [] : [];
        return new() { AlarmNames = [.. kept.Union(deployment.RollBackTriggers.Select(trigger => trigger.AlarmName), StringComparer.Ordinal)], Enable = true, Rollback = true };
    }
}
