using System.Globalization;
using BlueGreen.Ecs.Engines.EcsNative;

namespace BlueGreen.Ecs.Preflight.EcsNative;

/// <summary>BG218: hooks of others leave room for the gates.</summary>
internal sealed class ForeignPauseCheck : IEcsNativeCheck
{
    public IEnumerable<Finding> Check(EcsNativeFacts facts)
    {
        var pauses = GateHooks.Foreign(facts.Configuration.LifecycleHooks).Where(GateHooks.IsPause).ToList();
        var held = GateHooks.StagesFor(facts.Deployment);
        foreach (var stage in held.Where(stage => pauses.Exists(hook => GateHooks.Stages(hook).Contains(stage, StringComparer.Ordinal))))
        {
            yield return new("BG218", FindingSeverity.Error, stage, "The service has a PAUSE hook of somebody else at the stage at which a gate holds. ECS does not tell which of two hooks waits, and the gate could continue the other one.", "Remove that hook from the service's deploymentConfiguration.lifecycleHooks, or move the gate to another stage.");
        }

        if (held.Count > 0 && pauses.Count >= GateHooks.Most)
        {
            yield return new("BG218", FindingSeverity.Error, facts.Service.Arn, string.Create(CultureInfo.InvariantCulture, $"The service has {pauses.Count} PAUSE hooks; ECS allows {GateHooks.Most}, and the gates need one."), "Remove one of them from the service's deploymentConfiguration.lifecycleHooks.");
        }
    }
}
