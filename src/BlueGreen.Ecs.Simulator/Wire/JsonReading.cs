using System.Globalization;
using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator.Wire;

/// <summary>Reads members of a checked request, and writes moments as AWS does.</summary>
internal static class JsonReading
{
    extension(JsonObject value)
    {
        public string? Text(string member) => value[member]?.GetValue<string>();

        public string Text(string member, string absent) => value.Text(member) ?? absent;

        // By way of text: a number is stored as the type that it was made of.
        public int? Int(string member) => value[member] is { } found ? (int)decimal.Parse(found.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture) : null;

        public bool? Flag(string member) => value[member]?.GetValue<bool>();

        public JsonObject? Object(string member) => value[member]?.AsObject();

        public IReadOnlyList<JsonObject> Objects(string member) => [.. (value[member]?.AsArray() ?? []).OfType<JsonObject>()];

        public IReadOnlyList<string> Texts(string member) => [.. (value[member]?.AsArray() ?? []).Select(element => element!.GetValue<string>())];
    }

    extension(DateTimeOffset moment)
    {
        /// <summary>Epoch seconds to the millisecond, as timestamps stand in requests and answers.</summary>
        public double EpochSeconds() => moment.ToUnixTimeMilliseconds() / 1000.0;
    }

    extension<T>(IEnumerable<T> items)
    {
        public JsonArray ToJson(Func<T, JsonNode?> convert) => [.. items.Select(convert)];
    }
}
