using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire.Models;

namespace BlueGreen.Ecs.Simulator.Wire;

/// <summary>Brings what a service answers into the model's shape: absent, null and unknown members are left out, the rest is copied.</summary>
internal static class OutputShaper
{
    public static JsonObject Structure(JsonObject value, Shape shape)
    {
        var result = new JsonObject();
        foreach (var member in shape.Members)
        {
            if (value[member.Name] is { } found)
            {
                result.Add(member.Name, Value(found, member.Shape));
            }
        }

        return result;
    }

    private static JsonNode Value(JsonNode value, Shape shape) => (shape.Kind, value) switch
    {
        (ShapeKind.Structure, JsonObject structure) => Structure(structure, shape),
        (ShapeKind.List, JsonArray list) => new JsonArray([.. list.OfType<JsonNode>().Select(element => Value(element, shape.Element!))]),
        (ShapeKind.Map, JsonObject map) => new JsonObject(map.Where(entry => entry.Value is not null).Select(entry =>
            new KeyValuePair<string, JsonNode?>(entry.Key, Value(entry.Value!, shape.Element!)))),
        _ => value.DeepClone(),
    };
}
