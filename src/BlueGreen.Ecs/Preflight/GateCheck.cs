using BlueGreen.Ecs.Engines.CodeDeploy;

namespace BlueGreen.Ecs.Preflight;

/// <summary>BG402 and BG403: CodeDeploy can hold the deployment where gates are set.</summary>
internal sealed class GateCheck : ICodeDeployCheck
{
    public IEnumerable<Finding> Check(CodeDeployFacts facts)
    {
        foreach (var gate in facts.Deployment.Gates.DistinctBy(gate => gate.Stage))
        {
            if (gate.Stage != Stage.TestTraffic)
            {
                yield return new("BG402", FindingSeverity.Error, $"Gate({gate.Stage})", "CodeDeploy can hold a deployment for a gate only at TestTraffic, before production traffic moves.", "Move the gate to Stage.TestTraffic.");
            }
            else if (!facts.WaitsForContinue)
            {
                yield return new("BG403", FindingSeverity.Error, $"{facts.Target}", "The deployment group moves production traffic as soon as the new version is ready, so that a gate cannot hold it.", "Set the group's deploymentReadyOption to STOP_DEPLOYMENT with a waitTimeInMinutes that covers the gate.");
            }
        }
    }
}
