using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Provisioning.Templates;

/// <summary>Values of CloudFormation templates. Mirrors the <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html">intrinsic functions</see>.</summary>
internal static class TemplateValue
{
    public static JsonObject Ref(string id) => new() { ["Ref"] = id };

    public static JsonObject Attribute(string id, string name) => new() { ["Fn::GetAtt"] = List(id, name) };

    public static JsonObject Sub(string text) => new() { ["Fn::Sub"] = text };

    /// <summary>The second half of a text that is known only when a stack is made.</summary>
    public static JsonObject Behind(string delimiter, JsonNode text) => new() { ["Fn::Select"] = List(1, new JsonObject { ["Fn::Split"] = List(delimiter, text) }) };

    public static JsonArray List(params IEnumerable<JsonNode?> items) => new([.. items]);

    /// <summary>An object without the members that have no value.</summary>
    public static JsonObject Object(params IEnumerable<(string Name, JsonNode? Value)> members) =>
        new(members.Where(member => member.Value is not null).Select(member => KeyValuePair.Create(member.Name, member.Value)));

    public static JsonArray Tags(BlueGreenEnvironment environment) => List(EnvironmentTags.To(environment, (key, value) => new JsonObject { ["Key"] = key, ["Value"] = value }));
}
