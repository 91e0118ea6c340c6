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
        foreach (var stage in pauses.SelectMany(GateHooks.Stages).Distinct(StringComparer.Ordinal).Where(stage => IsConfusedWith(stage, held)))
        {
            yield return new("BG218", FindingSeverity.Error, stage, "The service has a PAUSE hook of somebody else where a gate holds. ECS does not tell which of two hooks waits, and the gate could continue the other one.", "Remove that hook from the service's deploymentConfiguration.lifecycleHooks, or move the gate to another stage.");
        }

        if (held.Count > 0 && pauses.Count >= GateHooks.Most)
        {
            yield return new("BG218", FindingSeverity.Error, facts.Service.Arn, string.Create(CultureInfo.InvariantCulture, $"The service has {pauses.Count} PAUSE hooks; ECS allows {GateHooks.Most}, and the gates need one."), "Remove one of them from the service's deploymentConfiguration.lifecycleHooks.");
        }
    }

    // While a deployment is in one lifecycle stage, any of several hooks may be the one that waits.
    private static bool IsConfusedWith(string stage, EquatableArray<string> held) =>
        LifecycleStages.InOrder.Select(current => LifecycleStages.HooksOpenIn(current)).Any(open => open.Contains(stage, StringComparer.Ordinal) && held.Intersect(open, StringComparer.Ordinal).Any());
}
