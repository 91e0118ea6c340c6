using BlueGreen.Ecs.Engines.TaskSets;

namespace BlueGreen.Ecs.Preflight.TaskSets;

/// <summary>BG235 and BG236: the service has no other task set.</summary>
internal sealed class OtherTaskSetsCheck : ITaskSetCheck
{
    public IEnumerable<Finding> Check(TaskSetFacts facts)
    {
        var running = facts.Running;
        if (running is not null)
        {
            yield return new("BG235", FindingSeverity.Warning, running.ExternalId, "This deployment of the service is running; another one is refused until it has ended, also while the old version is kept.", "Wait for it, watch it with AttachAsync, or stop it.");
        }
        else
        {
            foreach (var other in facts.Sets.Where(set => set.Status == TaskSetWords.Active))
            {
                yield return new("BG236", FindingSeverity.Error, other.Id, TaskSetTags.DeploymentOf(other) is { } stopped ? $"Deployment {stopped} was stopped half way; its task set is still there." : "The service has another task set, which this library has not made.", "Delete the task set when it gets no traffic any more; a deployment that was stopped can also be rolled back: ResumeAsync, then StopAsync(rollBack: true).");
            }
        }
    }
}
