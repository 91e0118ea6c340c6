using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>RegisterTaskDefinition, DeregisterTaskDefinition, DeleteTaskDefinitions, DescribeTaskDefinition, ListTaskDefinitions and ListTaskDefinitionFamilies.</summary>
internal static class TaskDefinitionOperations
{
    private const int PageSize = 100;
    private const int MostDeleted = 10;

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
        var status = input.Text("status") ?? "ACTIVE";
        var family = input.Text("familyPrefix");
        var found = state.TaskDefinitions.All
            .Where(definition => definition.Status == status && (family is null || definition.Family == family))
            .Select(definition => definition.Arn)
            .ToList();
        if (input.Text("sort") == "DESC")
        {
            found.Reverse();
        }

        return Pages.Write([], "taskDefinitionArns", found, input, input.Int("maxResults") ?? PageSize, "InvalidParameterException");
    }

    public static JsonObject ListFamilies(EcsState state, JsonObject input)
    {
        var status = input.Text("status") ?? "ALL";
        var prefix = input.Text("familyPrefix", "");
        var found = state.TaskDefinitions.All
            .GroupBy(definition => definition.Family, StringComparer.Ordinal)
            .Where(family => family.Key.StartsWith(prefix, StringComparison.Ordinal))
            .Where(family => status == "ALL" || family.Any(definition => definition.IsActive) == (status == "ACTIVE"))
            .Select(family => family.Key);
        return Pages.Write([], "families", found, input, input.Int("maxResults") ?? PageSize, "InvalidParameterException");
    }

    /// <summary>Marks deregistered revisions for deletion. The simulator keeps them so: AWS promises no moment at which they are gone.</summary>
    public static JsonObject Delete(EcsState state, JsonObject input)
    {
        var asked = input.Texts("taskDefinitions");
        if (asked.Count is 0 or > MostDeleted)
        {
            throw EcsErrors.InvalidParameter($"Between 1 and {MostDeleted} task definitions can be deleted in one call.");
        }

        var (deleted, failures) = (new List<JsonObject>(), new List<JsonObject>());
        foreach (var reference in asked)
        {
            if (state.TaskDefinitions.Find(reference) is not { } definition)
            {
                failures.Add(Failures.Missing(reference));
            }
            else if (definition.IsActive)
            {
                failures.Add(new JsonObject { ["arn"] = definition.Arn, ["reason"] = "The specified task definition is still in ACTIVE status. Please deregister the target and try again." });
            }
            else
            {
                definition.DeleteRequestedAt ??= state.World.Now;
                deleted.Add(definition.ToJson());
            }
        }

        return new JsonObject { ["taskDefinitions"] = deleted.ToJson(), ["failures"] = failures.ToJson() };
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
