using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator.Services;

/// <summary>Reads and writes the members of AWS's JSON structures, without reflection. A member of another kind counts as absent.</summary>
internal static class JsonMembers
{
    public static string? Text(this JsonObject source, string name) =>
        source[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    public static double? Number(this JsonObject source, string name) =>
        source[name] is JsonValue value && value.GetValueKind() == JsonValueKind.Number
            ? double.Parse(value.ToString(), CultureInfo.InvariantCulture)
            : null;

    public static int? Whole(this JsonObject source, string name) => (int?)source.Number(name);

    public static bool? Flag(this JsonObject source, string name) =>
        source[name]?.GetValueKind() switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null };

    public static JsonObject? Object(this JsonObject source, string name) => source[name] as JsonObject;

    public static IEnumerable<JsonObject> Objects(this JsonObject source, string name) =>
        source[name] is JsonArray array ? array.OfType<JsonObject>() : [];

    public static IEnumerable<string> Texts(this JsonObject source, string name) =>
        source[name] is JsonArray array
            ? array.OfType<JsonValue>().Select(value => value.TryGetValue(out string? text) ? text : null).OfType<string>()
            : [];

    /// <summary>Copies the named members that the source has.</summary>
    public static void CopyTo(this JsonObject source, JsonObject target, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (source[name] is { } value)
            {
                target[name] = value.DeepClone();
            }
        }
    }

    /// <summary>Sets a member unless there is nothing to say.</summary>
    public static void SetUnlessNull(this JsonObject target, string name, JsonNode? value)
    {
        if (value is not null)
        {
            target[name] = value;
        }
    }

    public static JsonObject Copy(this JsonObject source) => (JsonObject)source.DeepClone();

    public static JsonArray ToJson(this IEnumerable<JsonObject> items) => new([.. items]);

    public static JsonArray ToJson(this IEnumerable<string> items) => new([.. items.Select(item => (JsonNode)item)]);

    /// <summary>A time as the JSON protocols carry it: seconds since 1970, to the millisecond.</summary>
    public static JsonValue ToJson(this DateTimeOffset time) => JsonValue.Create(time.ToUnixTimeMilliseconds() / 1000.0);

    public static JsonValue? ToJson(this DateTimeOffset? time) => time is { } known ? known.ToJson() : null;
}
