using BlueGreen.Ecs.Engines.CodeDeploy;

namespace BlueGreen.Ecs.Preflight;

/// <summary>BG404: no deployment of the group is running.</summary>
internal sealed class RunningDeploymentCheck : ICodeDeployCheck
{
    public IEnumerable<Finding> Check(CodeDeployFacts facts)
    {
        if (facts.RunningDeploymentId is { } running)
        {
            yield return new("BG404", FindingSeverity.Warning, running, "This deployment of the group is running; another one is refused until it has ended, also while the old version is kept.", "Wait for it, watch it with AttachAsync, or stop it.");
        }
    }
}
