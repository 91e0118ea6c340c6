using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>TagResource, UntagResource and ListTagsForResource.</summary>
internal static class TagOperations
{
    public static JsonObject Tag(EcsState state, JsonObject input)
    {
        var (read, write) = Find(state, input.Text("resourceArn") ?? string.Empty);
        write(Tags.Merge(read(), input));
        return [];
    }

    public static JsonObject Untag(EcsState state, JsonObject input)
    {
        var (read, write) = Find(state, input.Text("resourceArn") ?? string.Empty);
        var keys = input.Texts("tagKeys");
        write(read().OfType<JsonObject>().Where(tag => !keys.Contains(tag.Text("key") ?? string.Empty, StringComparer.Ordinal)).Select(tag => tag.Copy()).ToJson());
        return [];
    }

    public static JsonObject List(EcsState state, JsonObject input) =>
        new() { ["tags"] = Find(state, input.Text("resourceArn") ?? string.Empty).Read().DeepClone() };

    private static (Func<JsonArray> Read, Action<JsonArray> Write) Find(EcsState state, string arn)
    {
        if (state.Clusters.Values.FirstOrDefault(cluster => cluster.Arn == arn) is { } cluster)
        {
            return (() => cluster.Tags, tags => cluster.Tags = tags);
        }

        var services = state.Clusters.Values.SelectMany(one => one.Services.Values).ToList();
        if (services.Find(service => service.Arn == arn) is { } service)
        {
            return (() => service.Tags, tags => service.Tags = tags);
        }

        if (services.SelectMany(one => one.TaskSets).FirstOrDefault(set => set.Arn == arn) is { } set)
        {
            return (() => set.Tags, tags => set.Tags = tags);
        }

        if (state.Clusters.Values.SelectMany(one => one.Tasks.Values).FirstOrDefault(task => task.Arn == arn) is { } task)
        {
            return (() => task.Tags, tags => task.Tags = tags);
        }

        if (state.TaskDefinitions.All.FirstOrDefault(definition => definition.Arn == arn) is { } definition)
        {
            return (() => definition.Tags, tags => definition.Tags = tags);
        }

        throw EcsErrors.InvalidParameter($"The specified resource is not found: {arn}");
    }
}
