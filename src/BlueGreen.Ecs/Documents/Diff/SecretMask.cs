using System.Text.Json;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Documents.Secrets;

namespace BlueGreen.Ecs.Documents.Diff;

/// <summary>Values as they may be shown: what looks like a secret is masked, as a whole.</summary>
internal static class SecretMask
{
    /// <summary>A text that stands for itself.</summary>
    public static string Of(string text) => SecretDetector.FindInText(text) is null ? text : TaskDefinitionChange.Mask;

    /// <summary>A text under a name. Under a name that says "secret" anything is masked, even what is hardly one.</summary>
    public static string Of(string name, string text) =>
        text.Length > 0 && (SecretName.IsSecret(name) || SecretDetector.Find(name, text) is not null) ? TaskDefinitionChange.Mask : text;

    /// <summary>A value as text, a list or an object as JSON.</summary>
    /// <param name="name">The name under which it stands.</param>
    /// <param name="raw">The value.</param>
    /// <param name="value">The one member of an object that is meant.</param>
    public static string Show(string name, string raw, string? value)
    {
        var node = JsonNode.Parse(raw);
        if (value is not null && node is JsonObject { Count: <= 2 } pair && pair[value] is JsonValue meant)
        {
            node = meant.DeepClone();
        }

        return Masked(name, node) is not { } masked ? "null"
            : masked is JsonValue text && text.GetValueKind() == JsonValueKind.String ? text.GetValue<string>()
            : JsonText.Write(indented: false, json => masked.WriteTo(json));
    }

    private static JsonNode? Masked(string name, JsonNode? node) => node switch
    {
        JsonValue value => value.GetValueKind() == JsonValueKind.String ? Of(name, value.GetValue<string>()) : node.DeepClone(),
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Masked(NameOf(members, member.Key), member.Value)))),
        JsonArray items => MaskedList(name, items),
        _ => null,
    };

    // The value of a pair goes by the pair's name.
    private static string NameOf(JsonObject members, string name) =>
        name == "value" && (members["name"] ?? members["key"]) is JsonValue own && own.GetValueKind() == JsonValueKind.String ? own.GetValue<string>() : name;

    private static JsonArray MaskedList(string name, JsonArray items)
    {
        var words = items.Select(item => item is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : string.Empty).ToList();
        var secrets = SecretDetector.FindInWords(words).Select(found => found.Index).ToHashSet();
        return [.. items.Select((item, i) => secrets.Contains(i) ? TaskDefinitionChange.Mask : Masked(name, item))];
    }
}
