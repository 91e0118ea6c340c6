using System.Globalization;
using System.Text;

namespace BlueGreen.Ecs.Documents;

/// <summary>Reads and writes <c>imagedefinitions.json</c>: containers and their new images, for CodePipeline's <c>ECS</c> action.</summary>
public static class ImageDefinitionsDocument
{
    private const int LargestFile = 100 * 1024;

    /// <summary>Reads image definitions from a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DocumentException">The file is missing, is no JSON, is larger than 100 KB, or is no list of containers and images.</exception>
    public static EquatableArray<ImageDefinition> Load(string path) => Read(DocumentFile.Read(path), new FileInfo(path).Length);

    /// <summary>Reads image definitions from JSON text. Members that the model does not know are kept.</summary>
    /// <param name="json">The text.</param>
    /// <param name="source">What positions in errors shall name. Default: <c>imagedefinitions.json</c>.</param>
    /// <exception cref="DocumentException">The text is no JSON, is larger than 100 KB, or is no list of containers and images.</exception>
    public static EquatableArray<ImageDefinition> Parse(string json, string source = "imagedefinitions.json")
    {
        ArgumentNullException.ThrowIfNull(json);
        return Read(JsonNodes.Parse(json, source), Encoding.UTF8.GetByteCount(json));
    }

    /// <summary>Writes image definitions as JSON on one line.</summary>
    /// <param name="definitions">The containers and their images.</param>
    /// <exception cref="DocumentException">The text would be larger than 100 KB, which CodePipeline refuses, or an additional member's value is no JSON.</exception>
    public static string ToJson(EquatableArray<ImageDefinition> definitions)
    {
        var text = JsonText.Write(indented: false, json =>
        {
            json.WriteStartArray();
            foreach (var definition in definitions)
            {
                json.WriteObject(w =>
                {
                    w.WriteString("name", definition.Name);
                    w.WriteString("imageUri", definition.Image);
                    w.WriteAdditional(definition.Additional);
                });
            }

            json.WriteEndArray();
        });
        return Encoding.UTF8.GetByteCount(text) is var size and > LargestFile ? throw TooLarge(new("imagedefinitions.json", 1, 1, string.Empty), size) : text;
    }

    private static EquatableArray<ImageDefinition> Read(DocumentNode node, long size)
    {
        if (size > LargestFile)
        {
            throw TooLarge(node.Position, size);
        }

        if (node.Kind != NodeKind.Array)
        {
            throw node.Error($"Found is {node.Describe()}; allowed is a list such as [{{\"name\":\"web\",\"imageUri\":\"…\"}}]. One object with ImageURI is imageDetail.json, which is for blue/green deployments.");
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        return node.Children.Select(child => Read(child, names)).ToEquatableArray();
    }

    private static ImageDefinition Read(DocumentNode node, HashSet<string> names)
    {
        var reader = new ObjectReader(node);
        var definition = new ImageDefinition(reader.RequireText("name"), reader.RequireText("imageUri")) { Additional = reader.Rest() };
        return names.Add(definition.Name) ? definition : throw node.Error($"The container \"{definition.Name}\" stands here twice. Keep one.");
    }

    private static DocumentException TooLarge(DocumentPosition position, long size) =>
        new(position, string.Create(CultureInfo.InvariantCulture, $"There are {size} bytes; allowed are {LargestFile}."));
}
