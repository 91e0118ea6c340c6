using Amazon.ECS;
using Amazon.ECS.Model;
using BlueGreen.Ecs.Diagnosis.Texts;
using BlueGreen.Ecs.Planning;
using Aws = Amazon.ECS.Model;

namespace BlueGreen.Ecs.Diagnosis.Evidence;

/// <summary>The new version's tasks: the newest hundred of the service that have stopped, and as many that run. ECS forgets stopped ones within the hour.</summary>
internal sealed class TaskSource(IAmazonECS ecs)
{
    private const int Most = 100;

    public async Task<IReadOnlyList<TaskSeen>?> ReadAsync(ServiceReference service, Predicate<Aws.Task> isNew, CancellationToken cancellationToken)
    {
        var stopped = await DescribeAsync(service, DesiredStatus.STOPPED, cancellationToken).ConfigureAwait(false);
        var running = await DescribeAsync(service, DesiredStatus.RUNNING, cancellationToken).ConfigureAwait(false);
        return [.. stopped.Concat(running).DistinctBy(task => task.TaskArn, StringComparer.Ordinal).Where(task => isNew(task)).OrderByDescending(task => task.CreatedAt).Select(Seen)];
    }

    private static TaskSeen Seen(Aws.Task task) => new()
    {
        Arn = task.TaskArn,
        TaskDefinition = task.TaskDefinitionArn,
        IsStopping = task.DesiredStatus is "STOPPED" || task.LastStatus is "STOPPED",
        StopCode = task.StopCode?.Value,
        StoppedReason = Quote(task.StoppedReason),
        Health = task.HealthStatus?.Value,
        StartedAt = task.StartedAt,
        StoppedAt = task.StoppingAt ?? task.StoppedAt,
        Containers = [.. (task.Containers ?? []).Select(container => new ContainerSeen(container.Name, container.Image, container.ExitCode, Quote(container.Reason), container.HealthStatus?.Value))],
    };

    private static string? Quote(string? text) => string.IsNullOrEmpty(text) ? null : OutsideText.Clean(text);

    private async Task<List<Aws.Task>> DescribeAsync(ServiceReference service, DesiredStatus status, CancellationToken cancellationToken)
    {
        var list = new ListTasksRequest { Cluster = service.Cluster, ServiceName = service.Name, DesiredStatus = status, MaxResults = Most };
        var listed = await AwsCalls.CallAsync("ecs:ListTasks", ecs.ListTasksAsync(list, cancellationToken)).ConfigureAwait(false);
        if (listed.TaskArns is not { Count: > 0 } arns)
        {
            return [];
        }

        var described = await AwsCalls.CallAsync("ecs:DescribeTasks", ecs.DescribeTasksAsync(new() { Cluster = service.Cluster, Tasks = arns }, cancellationToken)).ConfigureAwait(false);
        return described.Tasks ?? [];
    }
}
