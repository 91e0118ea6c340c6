using BlueGreen.Ecs.Engines.TaskSets;

namespace BlueGreen.Ecs.Preflight.TaskSets;

/// <summary>BG230: there is a version that serves, behind a load balancer.</summary>
internal sealed class PrimaryCheck : ITaskSetCheck
{
    public IEnumerable<Finding> Check(TaskSetFacts facts)
    {
        if (facts.LiveGroup is null)
        {
            yield return new("BG230", FindingSeverity.Error, facts.Service.Arn, facts.Primary is null ? "The service has no primary task set." : "The primary task set has no target group.", "Create the first version by CreateTaskSet with a load balancer, and make it primary by UpdateServicePrimaryTaskSet; deployments begin with the second.");
        }
    }
}
