using BlueGreen.Ecs.Engines.CodeDeploy;

namespace BlueGreen.Ecs.Preflight;

/// <summary>BG405: CodeDeploy can shift traffic as asked.</summary>
internal sealed class ShiftCheck : ICodeDeployCheck
{
    public IEnumerable<Finding> Check(CodeDeployFacts facts)
    {
        if (DeploymentConfigs.Limitation(facts.Deployment.Shift) is { } limitation)
        {
            yield return new("BG405", FindingSeverity.Error, $"Shift({facts.Deployment.Shift})", limitation, "Choose a shift of whole percents and whole minutes.");
        }
    }
}
