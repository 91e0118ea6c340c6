using BlueGreen.Ecs.Engines.CodeDeploy;

namespace BlueGreen.Ecs.Preflight;

/// <summary>All checks before a deployment by CodeDeploy, in the order in which they report.</summary>
internal static class CodeDeployChecks
{
    public static IEnumerable<ICodeDeployCheck> All { get; } =
    [
        new UnknownMembersCheck(),
        new ProductionListenerCheck(),
        new TargetGroupPairCheck(),
        new GateCheck(),
        new RunningDeploymentCheck(),
        new ShiftCheck(),
        new UnseenVersionCheck(),
        new AutoRollBackCheck(),
        new AlarmRollBackCheck(),
        new BakeCheck(),
        new TaskSetSettingsCheck(),
    ];
}
