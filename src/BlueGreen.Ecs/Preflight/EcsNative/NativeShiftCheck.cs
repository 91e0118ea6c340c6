using BlueGreen.Ecs.Engines.EcsNative;

namespace BlueGreen.Ecs.Preflight.EcsNative;

/// <summary>BG215: ECS can shift traffic as asked.</summary>
internal sealed class NativeShiftCheck : IEcsNativeCheck
{
    public IEnumerable<Finding> Check(EcsNativeFacts facts) => NativeStrategy.Limitations(facts.Deployment.Shift).Select(limitation => new Finding(
        "BG215",
        FindingSeverity.Error,
        $"Shift({facts.Deployment.Shift})",
        limitation,
        facts.Deployment.Shift.Kind == TrafficShiftKind.Steps
            ? "Choose AllAtOnce, Canary or Linear; steps of any size want a service with the deployment controller EXTERNAL."
            : "Choose a canary of 0.1 percent or more or steps of 3 percent or more, in tenths of a percent, and whole minutes up to 1440."));
}
