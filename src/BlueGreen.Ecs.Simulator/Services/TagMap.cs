using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator.Services;

/// <summary>Tags as some services spell them: a map, or a list of <c>key</c> and <c>value</c>.</summary>
internal static class TagMap
{
    public static void Add(SortedDictionary<string, string> tags, JsonObject? added)
    {
        foreach (var (key, value) in added ?? [])
        {
            tags[key] = value?.GetValue<string>() ?? string.Empty;
        }
    }

    public static JsonObject ToJson(SortedDictionary<string, string> tags) =>
        new(tags.Select(tag => new KeyValuePair<string, JsonNode?>(tag.Key, tag.Value)));
}
