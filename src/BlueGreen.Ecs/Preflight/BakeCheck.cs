using BlueGreen.Ecs.Engines.CodeDeploy;

namespace BlueGreen.Ecs.Preflight;

/// <summary>BG407: the bake time is the one that CodeDeploy keeps.</summary>
internal sealed class BakeCheck : ICodeDeployCheck
{
    public IEnumerable<Finding> Check(CodeDeployFacts facts)
    {
        if (facts.Deployment.Bake is { } bake && bake != facts.TerminationWait)
        {
            yield return new("BG407", FindingSeverity.Error, $"Bake({bake:c})", $"CodeDeploy keeps the old version as long as the deployment group says, {facts.TerminationWait:c}; a deployment cannot say otherwise.", $"Leave Bake out, or set the terminationWaitTimeInMinutes of {facts.Target}.");
        }
    }
}
