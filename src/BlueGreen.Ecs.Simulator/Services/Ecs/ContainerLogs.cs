using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Services.Logs;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>
/// What the log driver <c>awslogs</c> writes, into a stream <c>prefix/container/task</c>: a line when a container starts, those of its image's behaviour, and one
/// when it stops.
/// </summary>
internal static class ContainerLogs
{
    private const string Refused = "ResourceInitializationError: failed to validate logger args: ";

    /// <returns>
    /// Why a container of the task cannot be started, or <see langword="null"/>: its log group is not there, its execution role may not write to it, or the task has no
    /// way to CloudWatch Logs.
    /// </returns>
    public static string? FindError(Region region, EcsTask task) =>
        task.Containers.Select(container => Options(container) is { } options ? FindError(region, task, container, options) : null).FirstOrDefault(error => error is not null);

    private static string? FindError(Region region, EcsTask task, TaskContainer container, JsonObject options)
    {
        const string Stream = Refused + "create stream has been retried 1 times: failed to create Cloudwatch log stream: ";
        if (!task.Network.Reaches(region, "logs"))
        {
            return $"{Refused}The task cannot find the Amazon CloudWatch log group defined in the task definition. There is a connection issue between the task and Amazon "
                + "CloudWatch. Check your network configuration.";
        }

        var (logs, name) = (LogsOf(region, options), options.Text("awslogs-group")!);
        var arn = logs.Region.Arn("logs", $"log-group:{name}");
        if (options.Text("awslogs-create-group") is "true" && !logs.Groups.ContainsKey(name)
            && ExecutionRole.FindDenial(region, task, "logs:CreateLogGroup", $"{arn}:*") is { } noGroup)
        {
            return $"{Refused}create stream has been retried 1 times: failed to create Cloudwatch log group: AccessDeniedException: {noGroup} : exit status 1";
        }

        var denial = ExecutionRole.FindDenial(region, task, "logs:CreateLogStream", $"{arn}:log-stream:{StreamOf(task, container, options)}");
        return denial is not null ? $"{Stream}AccessDeniedException: {denial} : exit status 1"
            : GroupOf(region, options) is null ? $"{Stream}ResourceNotFoundException: The specified log group does not exist. : exit status 1" : null;
    }

    public static void Write(Region region, EcsTask task, TaskContainer container, string message)
    {
        if (Options(container) is { } options && GroupOf(region, options) is { } group)
        {
            LogsOf(region, options).Write(group, StreamOf(task, container, options), message);
        }
    }

    private static string StreamOf(EcsTask task, TaskContainer container, JsonObject options) =>
        options.Text("awslogs-stream-prefix") is { } prefix ? $"{prefix}/{container.Name}/{task.Id}" : task.Id;

    private static JsonObject? Options(TaskContainer container) =>
        container.LogConfiguration is { } log && log.Text("logDriver") is "awslogs" && log.Object("options") is { } options && options.Text("awslogs-group") is not null ? options : null;

    private static LogGroup? GroupOf(Region region, JsonObject options)
    {
        var (logs, name) = (LogsOf(region, options), options.Text("awslogs-group")!);
        return options.Text("awslogs-create-group") is "true" ? logs.GroupOrNew(name) : logs.Groups.GetValueOrDefault(name);
    }

    private static LogsState LogsOf(Region region, JsonObject options) =>
        LogsState.Of(options.Text("awslogs-region") is { Length: > 0 } other ? region.World.In(other) : region);
}
