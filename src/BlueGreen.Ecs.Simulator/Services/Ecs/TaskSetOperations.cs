using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>The task-set operations, for services with the EXTERNAL deployment controller. CodeDeploy's own can be described, not changed.</summary>
internal static class TaskSetOperations
{
    public static JsonObject Create(EcsState state, JsonObject input)
    {
        var service = FindExternal(state, input);
        if (input.Objects("loadBalancers").Count > 1)
        {
            throw EcsErrors.InvalidParameter("A task set can have at most one target group.");
        }

        var token = input.Text("clientToken");
        if (token is not null && service.TaskSets.Find(known => known.ClientToken == token) is { } before)
        {
            return View(before); // The same request again, whose answer was lost.
        }

        LoadBalancerRules.CheckReachable(state, input);
        NetworkRules.Check(state, input);
        var settings = TaskSetSettings.From(input);
        if (settings["capacityProviderStrategy"] is null)
        {
            settings["launchType"] ??= service.Settings.Text("launchType") ?? "EC2";
        }

        var origin = new TaskSetOrigin(ReadScale(input) ?? 0, ExternalId: input.Text("externalId"), ClientToken: token);
        var set = state.TaskSets.Create(service, input.Text("taskDefinition"), settings, origin);
        set.Tags = Tags.Of(input);
        return View(set);
    }

    public static JsonObject Update(EcsState state, JsonObject input)
    {
        var set = Find(FindExternal(state, input), input.Text("taskSet"));
        state.TaskSets.SetScale(set, ReadScale(input) ?? throw EcsErrors.InvalidParameter("The scale's value is missing."));
        return View(set);
    }

    public static JsonObject Delete(EcsState state, JsonObject input)
    {
        var set = Find(FindExternal(state, input), input.Text("taskSet"));
        if (input.Flag("force") != true && set.Scale > 0)
        {
            throw EcsErrors.InvalidParameter("The task set cannot be deleted while it is scaled above 0. Scale it to 0, or use force.");
        }

        if (set.Status != TaskSetStatus.Draining)
        {
            state.TaskSets.Delete(set);
        }

        return View(set);
    }

    public static JsonObject Promote(EcsState state, JsonObject input)
    {
        var set = Find(FindExternal(state, input), input.Text("primaryTaskSet"));
        if (set.Status == TaskSetStatus.Draining)
        {
            throw EcsErrors.InvalidParameter("A task set that is being deleted cannot become the primary task set.");
        }

        state.TaskSets.Promote(set);
        return View(set);
    }

    public static JsonObject Describe(EcsState state, JsonObject input)
    {
        var service = state.FindActiveService(input.Text("cluster"), input.Text("service"));
        if (service.Controller == DeploymentController.Ecs)
        {
            throw EcsErrors.InvalidParameter("Task sets exist only in services with a CODE_DEPLOY or EXTERNAL deployment controller.");
        }

        var withTags = input.Texts("include").Contains("TAGS", StringComparer.Ordinal);
        var asked = input.Texts("taskSets");
        var sets = asked.Count == 0 ? service.TaskSets : [.. asked.Select(id => TryFind(service, id)).OfType<TaskSet>()];
        return new JsonObject
        {
            ["taskSets"] = sets.Select(set => TaskSetView.Of(set, withTags)).ToJson(),
            ["failures"] = asked.Where(id => TryFind(service, id) is null).Select(Failures.Missing).ToJson(),
        };
    }

    private static Service FindExternal(EcsState state, JsonObject input)
    {
        var service = state.FindActiveService(input.Text("cluster"), input.Text("service"));
        return service.Controller == DeploymentController.External
            ? service
            : throw EcsErrors.InvalidParameter("Task sets can be managed only in services with an EXTERNAL deployment controller.");
    }

    private static TaskSet Find(Service service, string? idOrArn) => TryFind(service, idOrArn) ?? throw EcsErrors.TaskSetNotFound();

    private static TaskSet? TryFind(Service service, string? idOrArn) => service.TaskSets.Find(set => set.Id == idOrArn || set.Arn == idOrArn);

    private static double? ReadScale(JsonObject input)
    {
        var value = input.Object("scale")?.Number("value");
        return value is < 0 or > 100 ? throw EcsErrors.InvalidParameter("The scale must be between 0 and 100 percent.") : value;
    }

    private static JsonObject View(TaskSet set) => new() { ["taskSet"] = TaskSetView.Of(set, withTags: true) };
}
