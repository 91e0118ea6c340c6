using Amazon.ECS;
using BlueGreen.Ecs.Planning;
using Aws = Amazon.ECS.Model;

namespace BlueGreen.Ecs.Diagnosis.Evidence;

/// <summary>The last log lines of containers that ended, were killed or are unhealthy: few streams, for one task tells what all of a version do.</summary>
internal sealed class ContainerLogSource(IAmazonECS ecs, LogReader logs)
{
    private const int MostStreams = 3;

    public async Task<IReadOnlyList<LogSeen>?> ReadAsync(IReadOnlyList<TaskSeen> tasks, bool hasUnhealthyTargets, CancellationToken cancellationToken)
    {
        var wanted = Wanted(tasks, hasUnhealthyTargets).Take(MostStreams).ToList();
        if (wanted.Count == 0)
        {
            return [];
        }

        var definition = await DescribeAsync(wanted[0].Task.TaskDefinition!, cancellationToken).ConfigureAwait(false);
        var seen = new List<LogSeen>();
        foreach (var (task, container) in wanted.Where(one => one.Task.TaskDefinition == wanted[0].Task.TaskDefinition))
        {
            if (StreamOf(definition, task, container) is var (group, stream))
            {
                seen.Add(new(stream, container, await logs.ReadAsync(group, stream, cancellationToken).ConfigureAwait(false)));
            }
        }

        return seen;
    }

    // What ended by itself tells most; then what was replaced; a task that runs only where its target is unhealthy.
    private static IEnumerable<(TaskSeen Task, string Container)> Wanted(IReadOnlyList<TaskSeen> tasks, bool hasUnhealthyTargets) =>
        from task in tasks
        where task is { TaskDefinition: not null, StartedAt: not null } || task.Containers.Any(container => container.ExitCode is not null)
        from container in task.Containers
        let ended = task.IsStopping && container.ExitCode is not (null or 0)
        let isSick = container.Health == "UNHEALTHY" || task.StoppedReason?.Contains("health checks", StringComparison.OrdinalIgnoreCase) is true
        let isAsked = hasUnhealthyTargets && !task.IsStopping
        where task.TaskDefinition is not null && (ended || isSick || isAsked || (task.StopCode == "EssentialContainerExited" && container.ExitCode is not null))
        orderby ended descending, isSick descending
        select (task, container.Name);

    private static (string Group, string Stream)? StreamOf(Aws.TaskDefinition? definition, TaskSeen task, string container)
    {
        var log = definition?.ContainerDefinitions?.Find(one => one.Name == container)?.LogConfiguration;
        return log?.LogDriver?.Value == "awslogs" && log.Options is { } options && options.TryGetValue("awslogs-group", out var group)
            ? (group, options.TryGetValue("awslogs-stream-prefix", out var prefix) ? $"{prefix}/{container}/{task.Id}" : task.Id)
            : null;
    }

    private async Task<Aws.TaskDefinition?> DescribeAsync(string arn, CancellationToken cancellationToken) =>
        (await AwsCalls.CallAsync("ecs:DescribeTaskDefinition", ecs.DescribeTaskDefinitionAsync(new Aws.DescribeTaskDefinitionRequest { TaskDefinition = arn }, cancellationToken)).ConfigureAwait(false)).TaskDefinition;
}
