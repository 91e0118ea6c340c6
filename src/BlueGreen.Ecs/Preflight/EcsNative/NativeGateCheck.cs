using BlueGreen.Ecs.Engines.EcsNative;

namespace BlueGreen.Ecs.Preflight.EcsNative;

/// <summary>BG217: ECS can hold the deployment where gates are set.</summary>
internal sealed class NativeGateCheck : IEcsNativeCheck
{
    public IEnumerable<Finding> Check(EcsNativeFacts facts)
    {
        foreach (var stage in facts.Deployment.Gates.Select(gate => gate.Stage).Distinct().Where(stage => LifecycleStages.HooksFor(stage, facts.Deployment.Shift).Count == 0))
        {
            yield return new("BG217", FindingSeverity.Error, $"Gate({stage})", $"ECS cannot hold a deployment at the end of {stage}: a PAUSE hook is possible at the end of Pending, Install, TestTraffic and ProductionTraffic.", stage == Stage.Bake ? "Move the gate to Stage.ProductionTraffic: it is asked before the bake time, and alarms watch the deployment during it." : "Move the gate to one of these stages.");
        }
    }
}
