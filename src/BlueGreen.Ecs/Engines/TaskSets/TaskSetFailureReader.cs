using BlueGreen.Ecs.Diagnosis;
using BlueGreen.Ecs.Diagnosis.Evidence;

namespace BlueGreen.Ecs.Engines.TaskSets;

/// <summary>Reads what is left of a deployment of this library's own that failed, and finds such deployments.</summary>
internal sealed class TaskSetFailureReader(TaskSetReader reader, TaskSetFactsReader facts)
{
    public async Task<FailedDeployment> ReadAsync(StartedDeployment deployment, bool isStoppedHere, CancellationToken cancellationToken)
    {
        var (id, service) = (deployment.Token.DeploymentId, ServiceReference.Parse(deployment.Token.Service));
        var (seen, refusal) = await Reading.TryAsync<TaskSetSnapshot>(async () => await reader.LookAsync(service, id, cancellationToken).ConfigureAwait(false), id, "its task sets and the listener").ConfigureAwait(false);
        if (seen is null)
        {
            return new() { Id = id, Service = service, IsStoppedHere = isStoppedHere, Reason = refusal is null ? "The service is gone." : null, NotChecked = refusal is null ? [] : [refusal] };
        }

        var (group, noGroup) = seen.GreenGroup is not null || seen.BlueGroup is null ? (seen.GreenGroup, null)
            : await Reading.TryAsync(() => IdleGroupAsync(service, cancellationToken), service.ToString(), "which target group was the new version's").ConfigureAwait(false);
        var since = (seen.Green?.CreatedAt ?? DeploymentIds.BegunAt(id)?.UtcDateTime ?? default).ToUniversalTime();
        return new()
        {
            Id = id,
            Service = service,
            Since = since,
            Reason = seen.State.Progress.RollBack ?? seen.State.Progress.Stopped ?? TaskSetObservation.From(seen.State, TaskSetDecision.Decide(seen.State)).Reason,
            IsStoppedHere = isStoppedHere,
            IsWaiting = TaskSetDecision.Decide(seen.State) is TaskSetAction.Hold,

            // The task set may be gone by now; a stopped task tells the task set by which it was started.
            IsNew = task => seen.Green is { } green ? task.StartedBy == green.Id : task.StartedBy != seen.State.Blue?.Id && task.CreatedAt >= since,
            TargetGroups = group is null ? [] : [group],
            Pair = [.. new[] { group, seen.BlueGroup }.OfType<string>()],
            Listeners = seen.State.Settings?.RuleArn is { } rule ? [rule] : [],
            Alarms = seen.State.Settings?.Alarms.ToList(),
            NotChecked = noGroup is null ? [] : [noGroup],
        };
    }

    /// <summary>The deployment of the newest task set that goes back, was stopped, or is under way; a task set that is gone leaves no record.</summary>
    public async Task<StartedDeployment?> FindAsync(ServiceReference service, CancellationToken cancellationToken)
    {
        var sets = await reader.ReadSetsAsync(service, cancellationToken).ConfigureAwait(false);
        var failed = sets.Where(set => TaskSetTags.DeploymentOf(set) is not null && (set.Status != TaskSetWords.Primary || TaskSetTags.Progress(set).RollBack is not null)
                && !sets.Any(other => other.Status == TaskSetWords.Primary && TaskSetTags.Settings(other)?.BlueId == set.Id))
            .MaxBy(set => set.CreatedAt);
        return failed is null ? null : new() { Token = new(TaskSetsEngine.EngineName, service.ToString(), failed.ExternalId), TaskDefinitionArn = failed.TaskDefinition, Deadline = TaskSetSettings.GateLimit };
    }

    private async Task<string?> IdleGroupAsync(ServiceReference service, CancellationToken cancellationToken)
    {
        var live = new LiveService { Reference = service, Arn = string.Empty, DeploymentController = "EXTERNAL", TaskDefinitionArn = string.Empty };
        return (await facts.ReadAsync(new() { Service = service }, live, cancellationToken).ConfigureAwait(false)).IdleGroup;
    }
}
