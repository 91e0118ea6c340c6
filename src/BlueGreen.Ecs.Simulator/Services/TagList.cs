using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services;

/// <summary>Tags, as requests and answers of most services hold them: a list of Key and Value.</summary>
internal static class TagList
{
    public static void Add(SortedDictionary<string, string> tags, IReadOnlyList<JsonObject> added)
    {
        foreach (var tag in added)
        {
            tags[tag.Text("Key", "")] = tag.Text("Value", "");
        }
    }

    public static void Remove(SortedDictionary<string, string> tags, IReadOnlyList<string> keys)
    {
        foreach (var key in keys)
        {
            tags.Remove(key);
        }
    }

    public static JsonArray ToJson(SortedDictionary<string, string> tags) =>
        tags.ToJson(tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value });
}
