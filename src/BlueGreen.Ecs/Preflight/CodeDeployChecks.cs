using BlueGreen.Ecs.Engines.CodeDeploy;

namespace BlueGreen.Ecs.Preflight;

/// <summary>All checks before a deployment by CodeDeploy.</summary>
internal static class CodeDeployChecks
{
    private static readonly ICodeDeployCheck[] All =
    [
        new UnknownMembersCheck(),
        new AppSpecContainerCheck(),
        new ProductionListenerCheck(),
        new TargetGroupPairCheck(),
        new GateCheck(),
        new RunningDeploymentCheck(),
        new ShiftCheck(),
        new AutoRollBackCheck(),
    ];

    /// <summary>What the documents told already, and what every check finds.</summary>
    public static EquatableArray<Finding> Check(CodeDeployFacts facts) => [.. facts.Deployment.Notes, .. All.SelectMany(check => check.Check(facts))];
}
