using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace BlueGreen.Ecs.Simulator.Services.CodeDeploy;

/// <summary>Reads YAML into JSON nodes whose keys ignore case and whose scalars are all texts.</summary>
internal static class YamlTree
{
    /// <exception cref="YamlDotNet.Core.YamlException">The text is no YAML.</exception>
    public static JsonNode? Parse(string text)
    {
        var stream = new YamlStream();
        using var reader = new StringReader(text);
        stream.Load(reader);
        return stream.Documents.Count == 0 ? null : Convert(stream.Documents[0].RootNode);
    }

    private static JsonNode? Convert(YamlNode node) => node switch
    {
        YamlScalarNode scalar => scalar.Value,
        YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(Convert)]),
        YamlMappingNode mapping => Convert(mapping),
        _ => null,
    };

    private static JsonObject Convert(YamlMappingNode mapping)
    {
        var result = new JsonObject(new JsonNodeOptions { PropertyNameCaseInsensitive = true });
        foreach (var (key, value) in mapping.Children)
        {
            result[key.ToString()] = Convert(value);
        }

        return result;
    }
}
