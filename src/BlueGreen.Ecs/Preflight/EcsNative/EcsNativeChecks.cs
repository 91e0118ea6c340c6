using BlueGreen.Ecs.Engines.EcsNative;

namespace BlueGreen.Ecs.Preflight.EcsNative;

/// <summary>All checks before a deployment by ECS itself, in the order in which they report.</summary>
internal static class EcsNativeChecks
{
    public static IEnumerable<IEcsNativeCheck> All { get; } =
    [
        new UnknownMembersCheck(),
        new StrategyCheck(),
        new LoadBalancerCheck(),
        new AdvancedConfigurationCheck(),
        new ProductionRuleCheck(),
        new EmptyGroupCheck(),
        new BalancedContainerCheck(),
        new OpenDeploymentCheck(),
        new NativeShiftCheck(),
        new NativeBakeCheck(),
        new NativeGateCheck(),
        new ForeignPauseCheck(),
        new UnusedInputCheck(),
        new TaskSetSettingsCheck(),
        new CircuitBreakerCheck(),
        new NativeAlarmCheck(),
    ];
}
