using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>RunTask, StopTask, ListTasks and DescribeTasks.</summary>
internal static class TaskOperations
{
    private const int MostStarted = 10;
    private const int MostDescribed = 100;

    public static JsonObject Run(EcsState state, JsonObject input)
    {
        var cluster = state.FindCluster(input.Text("cluster"));
        var definition = state.TaskDefinitions.Runnable(input.Text("taskDefinition"));
        var count = input.Int("count") ?? 1;
        if (count is < 1 or > MostStarted)
        {
            throw EcsErrors.InvalidParameter($"Task count must be between 1 and {MostStarted}.");
        }

        NetworkRules.Check(state, input);
        var origin = new TaskOrigin(input.Text("group") ?? $"family:{definition.Family}", input.Text("startedBy"))
        {
            LaunchType = input.Text("launchType") ?? "EC2",
            Overrides = input.Object("overrides")?.Copy() ?? [],
            Tags = Tags.Of(input),
            NetworkConfiguration = input.Object("networkConfiguration"),
        };
        var (started, failures) = (new List<EcsTask>(), new JsonArray());
        while (started.Count + failures.Count < count)
        {
            if (Placement.FindFailure(state, cluster, definition, origin.LaunchType) is { } lack)
            {
                failures.Add((JsonNode)new JsonObject { ["reason"] = lack });
            }
            else
            {
                started.Add(state.Lifecycle.Start(cluster, definition, origin));
            }
        }

        return new JsonObject { ["tasks"] = started.Select(task => TaskView.Of(task)).ToJson(), ["failures"] = failures };
    }

    public static JsonObject Stop(EcsState state, JsonObject input)
    {
        var cluster = state.FindCluster(input.Text("cluster"));
        var task = cluster.Tasks.GetValueOrDefault(EcsState.LastSegment(input.Text("task") ?? string.Empty))
            ?? throw EcsErrors.InvalidParameter("The referenced task was not found.");
        state.Lifecycle.Stop(task, StopCode.UserInitiated, input.Text("reason") ?? "Task stopped by user");
        if (task.TaskSet is { } set)
        {
            state.Scheduler.ReviewLater(set.Service);
        }

        return new JsonObject { ["task"] = TaskView.Of(task) };
    }

    public static JsonObject List(EcsState state, JsonObject input)
    {
        var cluster = state.FindCluster(input.Text("cluster"));
        var service = input.Text("serviceName") is { } name ? EcsState.FindService(cluster, name) : null;
        var startedBy = input.Text("startedBy");
        if (startedBy is not null && (service is not null || input.Text("family") is not null))
        {
            throw EcsErrors.InvalidParameter("startedBy must be the only filter of the call.");
        }

        var status = input.Text("desiredStatus") ?? TaskStatus.Running;
        var family = input.Text("family");
        var found = cluster.Tasks.Values
            .Where(task => task.DesiredStatus == status
                && (startedBy is null || task.StartedBy == startedBy)
                && (service is null || task.TaskSet?.Service == service)
                && (family is null || task.TaskDefinition.Family == family))
            .Select(task => task.Arn)
            .ToList();
        return Pages.Write([], "taskArns", found, input, input.Int("maxResults") ?? MostDescribed, "InvalidParameterException");
    }

    public static JsonObject Describe(EcsState state, JsonObject input)
    {
        var cluster = state.FindCluster(input.Text("cluster"));
        var asked = input.Texts("tasks");
        if (asked.Count is 0 or > MostDescribed)
        {
            throw EcsErrors.InvalidParameter(asked.Count == 0 ? "Tasks cannot be empty." : $"At most {MostDescribed} tasks can be described in one call.");
        }

        var withTags = input.Texts("include").Contains("TAGS", StringComparer.Ordinal);
        var found = asked.Select(name => (Name: name, Task: cluster.Tasks.GetValueOrDefault(EcsState.LastSegment(name)))).ToList();
        return new JsonObject
        {
            ["tasks"] = found.Where(one => one.Task is not null).Select(one => TaskView.Of(one.Task!, withTags)).ToJson(),
            ["failures"] = found.Where(one => one.Task is null)
                .Select(one => Failures.Missing(state.Region.Arn("ecs", $"task/{cluster.Name}/{EcsState.LastSegment(one.Name)}"))).ToJson(),
        };
    }
}
