using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>RegisterTaskDefinition, DeregisterTaskDefinition, DescribeTaskDefinition and ListTaskDefinitions.</summary>
internal static class TaskDefinitionOperations
{
    private const int PageSize = 100;

    public static JsonObject Register(EcsState state, JsonObject input)
    {
        TaskDefinitionRules.Check(input);
        var document = TaskDefinitionNormalizer.Normalize(input);
        FargateRules.Check(document);
        document["registeredBy"] = $"arn:aws:iam::{state.World.Account}:root";
        var registered = state.TaskDefinitions.Register(input.Text("family")!, document);
        registered.Tags = Tags.Of(input);
        state.World.History.Record("task-definition", $"{registered.Family}:{registered.Revision}", "registered");
        return View(registered, withTags: true);
    }

    public static JsonObject Deregister(EcsState state, JsonObject input)
    {
        var reference = input.Text("taskDefinition") ?? string.Empty;
        if (!EcsState.LastSegment(reference).Contains(':', StringComparison.Ordinal))
        {
            throw EcsErrors.InvalidParameter("The revision of the task definition must be specified.");
        }

        var definition = state.TaskDefinitions.Find(reference) ?? throw EcsErrors.Client("The specified task definition does not exist.");
        definition.DeregisteredAt ??= state.World.Now;
        return View(definition, withTags: false);
    }

    public static JsonObject Describe(EcsState state, JsonObject input)
    {
        var definition = state.TaskDefinitions.Find(input.Text("taskDefinition") ?? string.Empty)
            ?? throw EcsErrors.Client("Unable to describe task definition.");
        return View(definition, input.Texts("include").Contains("TAGS", StringComparer.Ordinal));
    }

    public static JsonObject List(EcsState state, JsonObject input)
    {
        var active = input.Text("status") is null or "ACTIVE";
        var family = input.Text("familyPrefix");
        var found = state.TaskDefinitions.All
            .Where(definition => definition.IsActive == active && (family is null || definition.Family == family))
            .Select(definition => definition.Arn)
            .ToList();
        if (input.Text("sort") == "DESC")
        {
            found.Reverse();
        }

        return Pages.Write([], "taskDefinitionArns", found, input, input.Int("maxResults") ?? PageSize, "InvalidParameterException");
    }

    private static JsonObject View(TaskDefinition definition, bool withTags)
    {
        var output = new JsonObject { ["taskDefinition"] = definition.ToJson() };
        if (withTags)
        {
            output["tags"] = definition.Tags.DeepClone();
        }

        return output;
    }
}
