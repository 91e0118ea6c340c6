using System.Text.Json;

namespace BlueGreen.Ecs.Documents;

/// <summary>Reads JSON into nodes with positions.</summary>
internal sealed class JsonNodes
{
    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, MaxDepth = DocumentText.DeepestNesting };

    private readonly DocumentOrigin _origin;
    private readonly ReadOnlyMemory<byte> _text;
    private DocumentNode? _around;
    private int _nodes;

    private JsonNodes(ReadOnlyMemory<byte> text, string source)
    {
        _text = text;
        _origin = new(source, text);
    }

    /// <summary>Reads a text.</summary>
    /// <exception cref="DocumentException">It is no JSON, or too long.</exception>
    public static DocumentNode Parse(string text, string source) => Parse(DocumentText.Encode(text, source), source);

    /// <summary>Reads a text that is UTF-8, without a mark in front.</summary>
    /// <exception cref="DocumentException">It is no JSON.</exception>
    public static DocumentNode Parse(ReadOnlyMemory<byte> text, string source) => new JsonNodes(text, source).Parse();

    private DocumentNode Parse()
    {
        var reader = new Utf8JsonReader(_text.Span, Options);
        try
        {
            reader.Read();
            var root = Read(ref reader, parent: null, name: null);
            reader.Read();
            return root;
        }
        catch (JsonException exception)
        {
            var index = new LineIndex(_text).IndexOf(exception.LineNumber ?? 0, exception.BytePositionInLine ?? 0);
            throw new DocumentException(_origin.PositionOf(index, _around?.Position.Path ?? string.Empty), Explain(exception, index), exception);
        }
    }

    private DocumentNode Read(ref Utf8JsonReader reader, DocumentNode? parent, string? name)
    {
        var start = reader.TokenStartIndex;
        if (++_nodes > DocumentText.MostNodes)
        {
            throw new DocumentException(_origin.PositionOf(start, _around?.Position.Path ?? string.Empty), DocumentText.TooMany);
        }

        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = new DocumentNode(NodeKind.Object, _origin, start, parent, name);
                _around = members;
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    ReadMember(ref reader, members);
                }

                _around = parent;
                return members;
            case JsonTokenType.StartArray:
                var items = new DocumentNode(NodeKind.Array, _origin, start, parent, name);
                _around = items;
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.TryAdd(Read(ref reader, items, name: null));
                }

                _around = parent;
                return items;
            case JsonTokenType.String:
                return new(NodeKind.String, _origin, start, parent, name, TextOf(ref reader));
            case JsonTokenType.Null:
                return new(NodeKind.Null, _origin, start, parent, name);
            default:
                return new(NodeKind.Plain, _origin, start, parent, name, NameCache.Get(reader.ValueSpan));
        }
    }

    private void ReadMember(ref Utf8JsonReader reader, DocumentNode node)
    {
        var start = reader.TokenStartIndex;
        var name = reader.ValueIsEscaped ? TextOf(ref reader) : NameCache.Get(reader.ValueSpan);
        reader.Read();
        var member = Read(ref reader, node, name);
        if (!node.TryAdd(member))
        {
            throw new DocumentNode(NodeKind.Null, _origin, start, node, name).Twice();
        }
    }

    private string TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException exception)
        {
            throw new DocumentException(_origin.PositionOf(reader.TokenStartIndex, _around?.Position.Path ?? string.Empty), $"This is no JSON: {exception.Message}", exception);
        }
    }

    // The reader's sentences end with their own position, which the exception has already.
    private string Explain(JsonException exception, int index)
    {
        if (_text.Span[Math.Min(index, _text.Length)..] is [(byte)'#', ..])
        {
            return "This is no JSON: a comment begins here with '#'. Remove it, or begin it with '//'.";
        }

        if (exception.Message.Contains("maximum configured depth", StringComparison.Ordinal))
        {
            return DocumentText.TooDeep;
        }

        var end = exception.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return $"This is no JSON: {(end < 0 ? exception.Message : exception.Message[..end])}";
    }
}
