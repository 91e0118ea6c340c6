using System.Globalization;
using BlueGreen.Ecs.Engines.EcsNative;

namespace BlueGreen.Ecs.Preflight.EcsNative;

/// <summary>BG216: ECS can keep the old version as long as asked.</summary>
internal sealed class NativeBakeCheck : IEcsNativeCheck
{
    public IEnumerable<Finding> Check(EcsNativeFacts facts)
    {
        if (facts.Deployment.Bake is not { } bake)
        {
            yield break;
        }

        if (!NativeStrategy.IsWholeMinutes(bake) || bake > NativeStrategy.LongestBake)
        {
            yield return new("BG216", FindingSeverity.Error, $"Bake({bake:c})", string.Create(CultureInfo.InvariantCulture, $"ECS keeps the old version for whole minutes, 0 to {NativeStrategy.LongestBake.TotalMinutes}."), "Choose such a bake time, or leave Bake out for the service's own.");
        }
    }
}
