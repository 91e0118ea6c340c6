using BlueGreen.Ecs.Engines.TaskSets;

namespace BlueGreen.Ecs.Preflight.TaskSets;

/// <summary>BG252: the run sees the deployment through.</summary>
internal sealed class ReturnCheck : ITaskSetCheck
{
    public IEnumerable<Finding> Check(TaskSetFacts facts)
    {
        if (facts.Deployment.ReturnsWhenShifted)
        {
            yield return new("BG252", FindingSeverity.Error, "ReturnWhenShifted()", "Nobody else would make the new version the service's and remove the old one: a deployment by task sets is moved by who watches it.", "Leave ReturnWhenShifted out, or choose a shorter Bake.");
        }
    }
}
