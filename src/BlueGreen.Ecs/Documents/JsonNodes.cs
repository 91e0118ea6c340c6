using System.Text;
using System.Text.Json;

namespace BlueGreen.Ecs.Documents;

/// <summary>Reads JSON into nodes with positions.</summary>
internal static class JsonNodes
{
    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip };

    public static DocumentNode Parse(string text, string source)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var lines = new LineIndex(bytes);
        var reader = new Utf8JsonReader(bytes, Options);
        try
        {
            reader.Read();
            var root = Read(ref reader, source, lines, parent: null, name: null);
            reader.Read();
            return root;
        }
        catch (JsonException exception)
        {
            var (line, column) = lines.Locate(exception.LineNumber ?? 0, exception.BytePositionInLine ?? 0);
            throw new DocumentException(new(source, line, column, string.Empty), $"This is no JSON: {Sentence(exception.Message)}", exception);
        }
    }

    private static DocumentNode Read(ref Utf8JsonReader reader, string source, LineIndex lines, DocumentNode? parent, string? name)
    {
        var (line, column) = lines.Locate((int)reader.TokenStartIndex);
        var node = reader.TokenType switch
        {
            JsonTokenType.StartObject => new DocumentNode(NodeKind.Object, source, line, column, parent, name),
            JsonTokenType.StartArray => new DocumentNode(NodeKind.Array, source, line, column, parent, name),
            JsonTokenType.String => new DocumentNode(NodeKind.String, source, line, column, parent, name, TextOf(ref reader, source, line, column)),
            JsonTokenType.Null => new DocumentNode(NodeKind.Null, source, line, column, parent, name),
            _ => new DocumentNode(NodeKind.Plain, source, line, column, parent, name, Encoding.UTF8.GetString(reader.ValueSpan)),
        };
        if (node.Kind == NodeKind.Object)
        {
            ReadMembers(ref reader, source, lines, node);
        }
        else if (node.Kind == NodeKind.Array)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                node.Children.Add(Read(ref reader, source, lines, node, name: null));
            }
        }

        return node;
    }

    private static void ReadMembers(ref Utf8JsonReader reader, string source, LineIndex lines, DocumentNode node)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (line, column) = lines.Locate((int)reader.TokenStartIndex);
            var name = TextOf(ref reader, source, line, column);
            if (node.Children.Any(child => string.Equals(child.Name, name, StringComparison.Ordinal)))
            {
                throw new DocumentNode(NodeKind.Null, source, line, column, node, name).Error($"The member \"{name}\" stands here twice. Keep one.");
            }

            reader.Read();
            node.Children.Add(Read(ref reader, source, lines, node, name));
        }
    }

    private static string TextOf(ref Utf8JsonReader reader, string source, int line, int column)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException exception)
        {
            throw new DocumentException(new(source, line, column, string.Empty), $"This is no JSON: {exception.Message}", exception);
        }
    }

    // The reader's sentences end with their own position, which the exception has already.
    private static string Sentence(string message)
    {
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }
}
