using BlueGreen.Ecs.Engines.TaskSets;

namespace BlueGreen.Ecs.Preflight.TaskSets;

/// <summary>BG251: no deployment group is given, which only CodeDeploy would use.</summary>
internal sealed class UnusedGroupCheck : ITaskSetCheck
{
    public IEnumerable<Finding> Check(TaskSetFacts facts)
    {
        if (facts.Deployment.CodeDeploy is { } target)
        {
            yield return new("BG251", FindingSeverity.Warning, $"{target}", "The deployment group is not used: the service's deployment controller is EXTERNAL, and CodeDeploy does not deploy it.", "Leave WithCodeDeploy out.");
        }
    }
}
