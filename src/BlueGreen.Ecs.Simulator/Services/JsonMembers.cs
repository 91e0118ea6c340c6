using System.Globalization;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services;

/// <summary>Puts AWS's JSON structures together out of others, without reflection.</summary>
internal static class JsonMembers
{
    extension(JsonObject value)
    {
        public double? Number(string member) =>
            value[member] is { } found ? double.Parse(found.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture) : null;

        public JsonObject Copy() => value.DeepClone().AsObject();

        /// <summary>Copies the named members that the source has.</summary>
        public void CopyTo(JsonObject target, params ReadOnlySpan<string> members)
        {
            foreach (var member in members)
            {
                if (value[member] is { } found)
                {
                    target[member] = found.DeepClone();
                }
            }
        }

        /// <summary>Sets a member unless there is nothing to say.</summary>
        public void SetUnlessNull(string member, JsonNode? content)
        {
            if (content is not null)
            {
                value[member] = content;
            }
        }
    }

    public static JsonArray ToJson(this IEnumerable<JsonObject> items) => new([.. items]);

    public static JsonArray ToJson(this IEnumerable<string> items) => new([.. items.Select(item => (JsonNode)item)]);

    public static JsonValue ToJson(this DateTimeOffset time) => JsonValue.Create(time.EpochSeconds());

    public static JsonValue? ToJson(this DateTimeOffset? time) => time is { } known ? known.ToJson() : null;
}
