using BlueGreen.Ecs.Engines.TaskSets;

namespace BlueGreen.Ecs.Preflight.TaskSets;

/// <summary>BG242: the AppSpec has no hooks.</summary>
internal sealed class HooksCheck : ITaskSetCheck
{
    public IEnumerable<Finding> Check(TaskSetFacts facts)
    {
        if (facts.Deployment.AppSpec is { Hooks.Count: > 0 })
        {
            yield return new("BG242", FindingSeverity.Warning, "AppSpec", "Hooks are called by CodeDeploy; in a deployment by task sets nobody calls them.", "Call the functions from gates: Gate(Stage.TestTraffic, …).");
        }
    }
}
