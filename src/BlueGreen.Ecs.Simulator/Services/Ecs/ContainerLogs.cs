using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Services.Logs;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>What the log driver <c>awslogs</c> writes: a line when a container starts and one when it stops, into its stream <c>prefix/container/task</c>.</summary>
internal static class ContainerLogs
{
    /// <returns>Why a container of the task cannot be started, or <see langword="null"/>: its log group is not there.</returns>
    public static string? FindError(Region region, EcsTask task) =>
        task.Containers.Any(container => Options(container) is { } options && GroupOf(region, options) is null)
            ? "ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: "
                + "ResourceNotFoundException: The specified log group does not exist. : exit status 1"
            : null;

    public static void Write(Region region, EcsTask task, TaskContainer container, string message)
    {
        if (Options(container) is { } options && GroupOf(region, options) is { } group)
        {
            var stream = options.Text("awslogs-stream-prefix") is { } prefix ? $"{prefix}/{container.Name}/{task.Id}" : task.Id;
            LogsOf(region, options).Write(group, stream, message);
        }
    }

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
