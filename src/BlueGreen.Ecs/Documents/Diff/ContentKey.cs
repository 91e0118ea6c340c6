using System.Text.Json;
using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Documents.Diff;

/// <summary>What tells an item of a list from the others.</summary>
/// <param name="Text">The values of the key members: <c>80/tcp</c>.</param>
/// <param name="Occurrence">How many items before it have the same.</param>
internal readonly record struct ContentKey(string Text, int Occurrence)
{
    /// <summary>The key's text; of an item that is a value, the value's.</summary>
    public static string TextOf(JsonNode? item, ContentRule rule) => item is JsonObject named && rule.Keys.Count > 0
        ? string.Join('/', rule.Keys.Select(key => named[key]).OfType<JsonNode>().Select(TextOf))
        : TextOf(item);

    /// <summary>The keys of the items, in their order; each is there once.</summary>
    public static List<ContentKey> Of(IEnumerable<JsonNode?> items, ContentRule rule)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. items.Select(item =>
        {
            var text = TextOf(item, rule);
            seen[text] = seen.GetValueOrDefault(text) + 1;
            return new ContentKey(text, seen[text] - 1);
        })];
    }

    private static string TextOf(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : node?.ToJsonString() ?? "null";
}
