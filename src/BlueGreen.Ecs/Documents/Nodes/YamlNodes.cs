using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace BlueGreen.Ecs.Documents;

/// <summary>Reads YAML into nodes with positions. An alias stands for a copy of what its anchor names.</summary>
internal sealed class YamlNodes
{
    private readonly DocumentOrigin _origin;
    private readonly Parser _parser;
    private readonly Dictionary<AnchorName, DocumentNode> _anchors = [];
    private int _nodes;

    private YamlNodes(string text, string source)
    {
        _origin = new(source, text: null);
        _parser = new(new StringReader(text));
    }

    /// <summary>Reads a text.</summary>
    /// <exception cref="DocumentException">It is no YAML, or more than one document.</exception>
    public static DocumentNode Parse(string text, string source)
    {
        var nodes = new YamlNodes(text, source);
        try
        {
            return nodes.Parse();
        }
        catch (YamlException exception)
        {
            throw nodes.NoYaml(exception.Start, exception.InnerException?.Message ?? exception.Message, exception);
        }
        catch (Exception exception) when (exception is not DocumentException)
        {
            throw nodes.NoYaml(nodes._parser.Current?.End ?? Mark.Empty, "the parser cannot go on behind this place.", exception); // It does not catch all of its own mistakes.
        }
    }

    private DocumentNode Parse()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.Accept<DocumentStart>(out _))
        {
            throw new DocumentException(new(_origin.Source, 1, 1, string.Empty), "The document is empty.");
        }

        _parser.Consume<DocumentStart>();
        var root = Read(parent: null, name: null, depth: 0);
        _parser.Consume<DocumentEnd>();
        return _parser.Accept<DocumentStart>(out var second) ? throw Error(second, root, "A second document begins here. Allowed is one.") : root;
    }

    private DocumentNode Read(DocumentNode? parent, string? name, int depth)
    {
        var next = _parser.Consume<ParsingEvent>();
        if (depth >= DocumentText.DeepestNesting)
        {
            throw Error(next, parent, DocumentText.TooDeep);
        }

        Count(next, parent);
        DocumentNode node;
        switch (next)
        {
            case MappingStart:
                node = NodeOf(NodeKind.Object, next, parent, name);
                while (!_parser.TryConsume<MappingEnd>(out _))
                {
                    ReadMember(node, depth);
                }

                break;
            case SequenceStart:
                node = NodeOf(NodeKind.Array, next, parent, name);
                while (!_parser.TryConsume<SequenceEnd>(out _))
                {
                    node.TryAdd(Read(node, name: null, depth + 1));
                }

                break;
            case Scalar scalar:
                node = NodeOf(KindOf(scalar), next, parent, name, scalar.Value);
                break;
            case AnchorAlias alias:
                return Copy(alias, parent, name, depth);
            default:
                throw Error(next, parent, $"This is no YAML: found is {next.GetType().Name}, allowed is a value.");
        }

        if (next is NodeEvent { Anchor: { IsEmpty: false } anchor })
        {
            _anchors[anchor] = node;
        }

        return node;
    }

    private void ReadMember(DocumentNode mapping, int depth)
    {
        var key = _parser.Consume<ParsingEvent>();
        if (key is not Scalar { Value: var name })
        {
            throw Error(key, mapping, "A member's name is plain text.");
        }

        if (!mapping.TryAdd(Read(mapping, name, depth + 1)))
        {
            throw NodeOf(NodeKind.Null, key, mapping, name).Twice();
        }
    }

    private DocumentNode Copy(AnchorAlias alias, DocumentNode? parent, string? name, int depth)
    {
        if (!_anchors.TryGetValue(alias.Value, out var named))
        {
            throw Error(alias, parent, $"The alias *{alias.Value} stands for nothing: no anchor &{alias.Value} ends before it.");
        }

        CountCopies(named, depth, alias, parent);
        return named.CopyTo(parent, name);
    }

    // A few lines of aliases of aliases can stand for billions of nodes: they are counted before they are made.
    private void CountCopies(DocumentNode node, int depth, AnchorAlias alias, DocumentNode? parent)
    {
        if (depth >= DocumentText.DeepestNesting)
        {
            throw Error(alias, parent, DocumentText.TooDeep);
        }

        Count(alias, parent);
        foreach (var child in node.Children)
        {
            CountCopies(child, depth + 1, alias, parent);
        }
    }

    private void Count(ParsingEvent at, DocumentNode? parent)
    {
        if (++_nodes > DocumentText.MostNodes)
        {
            throw Error(at, parent, DocumentText.TooMany);
        }
    }

    private DocumentNode NodeOf(NodeKind kind, ParsingEvent at, DocumentNode? parent, string? name, string text = "") => new(kind, _origin, Place(at), parent, name, text);

    private DocumentException NoYaml(Mark at, string problem, Exception exception) =>
        new(_origin.PositionOf(DocumentOrigin.Pack(Math.Max(1, at.Line), Math.Max(1, at.Column)), string.Empty), $"This is no YAML: {problem}", exception);

    private DocumentException Error(ParsingEvent at, DocumentNode? around, string problem) =>
        new(_origin.PositionOf(Place(at), around?.Position.Path ?? string.Empty), problem);

    private static long Place(ParsingEvent at) => DocumentOrigin.Pack(at.Start.Line, at.Start.Column);

    private static NodeKind KindOf(Scalar scalar) =>
        scalar.Style != ScalarStyle.Plain ? NodeKind.String
        : scalar.Value is "" or "~" or "null" or "Null" or "NULL" ? NodeKind.Null
        : NodeKind.Plain;
}
