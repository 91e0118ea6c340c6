using BlueGreen.Ecs.Engines.CodeDeploy;

namespace BlueGreen.Ecs.Running;

/// <summary>Plans that bring back what has run before. Pure.</summary>
internal static class WayBack
{
    private static readonly Gate Open = new(Stage.TestTraffic, (_, _) => Task.FromResult(GateVerdict.Continue));

    /// <summary>Has the run itself continue where the deployment group waits before production traffic moves: nobody else would, and what has run is not tested again.</summary>
    public static DeploymentPlan Unheld(DeploymentPlan plan)
    {
        var trusted = plan with { Findings = [.. plan.Findings.Where(finding => finding.Code != "BG414")] };
        return plan.Steps.Contains(CodeDeployPlanner.ReadyWait) ? trusted with { Deployment = plan.Deployment with { Gates = [Open] } } : trusted;
    }
}
