using BlueGreen.Ecs.Documents;
using BlueGreen.Ecs.Engines.CodeDeploy;

namespace BlueGreen.Ecs.Preflight;

/// <summary>BG201: the AppSpec names a container and port that the task definition has.</summary>
internal sealed class AppSpecContainerCheck : ICodeDeployCheck
{
    public IEnumerable<Finding> Check(CodeDeployFacts facts)
    {
        if (AppSpecMismatch.Find(facts.AppSpec, facts.TaskDefinition) is { } mismatch)
        {
            yield return new("BG201", FindingSeverity.Error, $"AppSpec {mismatch.Member}", mismatch.Message, "Name a container and a mapped port of the task definition that is deployed.");
        }
    }
}
