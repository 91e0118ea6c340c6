using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>Tags as ECS spells them: <c>key</c> and <c>value</c>.</summary>
internal static class Tags
{
    private const int Most = 50;

    public static JsonArray Of(JsonObject input) => Merge([], input);

    /// <returns>The tags with those of the input added; the newer value of a key wins.</returns>
    public static JsonArray Merge(JsonArray tags, JsonObject input)
    {
        var merged = new OrderedDictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var tag in tags.OfType<JsonObject>().Concat(input.Objects("tags")))
        {
            merged[tag.Text("key") ?? string.Empty] = tag.Copy();
        }

        return merged.Count <= Most ? merged.Values.ToJson() : throw EcsErrors.InvalidParameter("Too many tags.");
    }
}
