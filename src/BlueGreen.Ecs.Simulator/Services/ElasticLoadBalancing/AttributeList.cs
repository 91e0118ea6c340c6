using System.Globalization;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.ElasticLoadBalancing;

/// <summary>Key-and-value attributes as requests and answers hold them.</summary>
internal static class AttributeList
{
    public static JsonObject Answer(IReadOnlyDictionary<string, string> attributes) => new()
    {
        ["Attributes"] = attributes.ToJson(attribute => new JsonObject { ["Key"] = attribute.Key, ["Value"] = attribute.Value }),
    };

    public static bool IsBetween(string value, int low, int high) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= low && number <= high;

    /// <summary>Changes the attributes that a request names, all or none.</summary>
    /// <exception cref="AwsErrorException">A key is unknown, or a value is not allowed.</exception>
    public static JsonObject Modify(SortedDictionary<string, string> attributes, JsonObject request, string owner, Action<string, string> check)
    {
        var changes = request.Objects("Attributes").Select(attribute => (Key: attribute.Text("Key", ""), Value: attribute.Text("Value", ""))).ToList();
        foreach (var (key, value) in changes)
        {
            if (!attributes.ContainsKey(key))
            {
                throw ElbErrors.Validation($"{owner} attribute key '{key}' is not recognized");
            }

            check(key, value);
        }

        foreach (var (key, value) in changes)
        {
            attributes[key] = value;
        }

        return Answer(attributes);
    }
}
