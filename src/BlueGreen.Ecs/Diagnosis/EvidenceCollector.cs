using Amazon.ECS;
using Amazon.ECS.Model;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Diagnosis;

/// <summary>Asks ECS what became of the new version's tasks.</summary>
internal sealed class EvidenceCollector(IAmazonECS ecs, ServiceFinder services)
{
    /// <summary>Collects evidence.</summary>
    /// <param name="service">The service.</param>
    /// <param name="taskSetId">The new version's task set, such as <c>ecs-svc/1234</c>.</param>
    /// <param name="targetGroupName">The new version's target group.</param>
    /// <param name="since">When the deployment began.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task<FailureEvidence> CollectAsync(ServiceReference service, string taskSetId, string targetGroupName, DateTime since, CancellationToken cancellationToken) =>
        CollectAsync(service, task => task.StartedBy == taskSetId, targetGroupName, since, cancellationToken);

    /// <summary>Collects evidence of a new version whose task set may be gone already.</summary>
    /// <param name="service">The service.</param>
    /// <param name="isNew">Tells the new version's tasks.</param>
    /// <param name="targetGroupName">The new version's target group.</param>
    /// <param name="since">When the deployment began.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<FailureEvidence> CollectAsync(
        ServiceReference service,
        Predicate<Amazon.ECS.Model.Task> isNew,
        string targetGroupName,
        DateTime since,
        CancellationToken cancellationToken)
    {
        var found = await services.FindRawAsync(service, cancellationToken).ConfigureAwait(false);
        var events = (found.Events ?? [])
            .Where(happened => happened.CreatedAt >= since && happened.Message.Contains($"/{targetGroupName}/", StringComparison.Ordinal))
            .Select(happened => happened.Message)
            .ToList();
        return new(events, await StoppedTasksAsync(service, isNew, cancellationToken).ConfigureAwait(false));
    }

    private async Task<IReadOnlyList<Amazon.ECS.Model.Task>> StoppedTasksAsync(ServiceReference service, Predicate<Amazon.ECS.Model.Task> isNew, CancellationToken cancellationToken)
    {
        // The newest hundred say enough; ECS forgets stopped tasks within the hour.
        var list = new ListTasksRequest { Cluster = service.Cluster, ServiceName = service.Name, DesiredStatus = DesiredStatus.STOPPED, MaxResults = 100 };
        var listed = await AwsCalls.CallAsync("ecs:ListTasks", ecs.ListTasksAsync(list, cancellationToken)).ConfigureAwait(false);
        if (listed.TaskArns is not { Count: > 0 } arns)
        {
            return [];
        }

        var describe = new DescribeTasksRequest { Cluster = service.Cluster, Tasks = arns };
        var described = await AwsCalls.CallAsync("ecs:DescribeTasks", ecs.DescribeTasksAsync(describe, cancellationToken)).ConfigureAwait(false);
        return [.. (described.Tasks ?? []).Where(task => isNew(task))];
    }
}
