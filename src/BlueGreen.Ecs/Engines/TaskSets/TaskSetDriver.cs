namespace BlueGreen.Ecs.Engines.TaskSets;

/// <summary>Looks, decides and acts, until there is nothing to do but to wait.</summary>
internal sealed class TaskSetDriver(TaskSetReader reader, TaskSetExecutor executor)
{
    // From the last step to the end there are fewer actions than that; more would be somebody who undoes each.
    private const int MostActions = 12;

    /// <summary>Does what is due.</summary>
    /// <returns>What was seen last, and what is waited for then.</returns>
    public async Task<(TaskSetSnapshot Seen, TaskSetAction Action)> DriveAsync(ServiceReference service, string deploymentId, CancellationToken cancellationToken)
    {
        TaskSetAction? doubted = null;
        for (var actions = 0; ; actions++)
        {
            var seen = await reader.LookAsync(service, deploymentId, cancellationToken).ConfigureAwait(false);
            var action = TaskSetDecision.Decide(seen.State);
            if (action is TaskSetAction.RollBack or TaskSetAction.CorrectWeights && action != doubted)
            {
                // Another watcher may have been between its two writes. What is still so at a second look is so.
                doubted = action;
            }
            else if (!await executor.ExecuteAsync(seen, action, cancellationToken).ConfigureAwait(false) || actions >= MostActions)
            {
                return (seen, action);
            }
        }
    }
}
