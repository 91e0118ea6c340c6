using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace BlueGreen.Ecs.Documents;

/// <summary>Reads YAML into nodes with positions.</summary>
internal static class YamlNodes
{
    private const int DeepestNesting = 64;

    public static DocumentNode Parse(string text, string source)
    {
        try
        {
            var parser = new Parser(new StringReader(text));
            parser.Consume<StreamStart>();
            if (!parser.Accept<DocumentStart>(out _))
            {
                throw new DocumentException(new(source, 1, 1, string.Empty), "The document is empty.");
            }

            parser.Consume<DocumentStart>();
            var root = Read(parser, source, parent: null, name: null, depth: 0);
            parser.Consume<DocumentEnd>();
            return parser.Accept<DocumentStart>(out var second)
                ? throw new DocumentException(new(source, (int)second.Start.Line, (int)second.Start.Column, string.Empty), "A second document begins here. Allowed is one.")
                : root;
        }
        catch (YamlException exception)
        {
            var position = new DocumentPosition(source, (int)exception.Start.Line, (int)exception.Start.Column, string.Empty);
            throw new DocumentException(position, $"This is no YAML: {exception.InnerException?.Message ?? exception.Message}", exception);
        }
    }

    private static DocumentNode Read(Parser parser, string source, DocumentNode? parent, string? name, int depth)
    {
        var next = parser.Consume<ParsingEvent>();
        var (line, column) = ((int)next.Start.Line, (int)next.Start.Column);
        if (depth > DeepestNesting)
        {
            throw new DocumentException(new(source, line, column, string.Empty), $"The document is nested deeper than {DeepestNesting} levels.");
        }

        switch (next)
        {
            case MappingStart:
                var mapping = new DocumentNode(NodeKind.Object, source, line, column, parent, name);
                while (!parser.TryConsume<MappingEnd>(out _))
                {
                    ReadMember(parser, source, mapping, depth);
                }

                return mapping;
            case SequenceStart:
                var sequence = new DocumentNode(NodeKind.Array, source, line, column, parent, name);
                while (!parser.TryConsume<SequenceEnd>(out _))
                {
                    sequence.Children.Add(Read(parser, source, sequence, name: null, depth + 1));
                }

                return sequence;
            case Scalar scalar:
                return new DocumentNode(KindOf(scalar), source, line, column, parent, name, scalar.Value);
            default:
                throw new DocumentException(new(source, line, column, string.Empty), "Aliases are not understood here. Write the value out.");
        }
    }

    private static void ReadMember(Parser parser, string source, DocumentNode mapping, int depth)
    {
        var key = parser.Consume<ParsingEvent>();
        if (key is not Scalar { Value: var name })
        {
            throw new DocumentException(new(source, (int)key.Start.Line, (int)key.Start.Column, string.Empty), "A member's name is plain text.");
        }

        if (mapping.Children.Any(child => string.Equals(child.Name, name, StringComparison.Ordinal)))
        {
            throw new DocumentNode(NodeKind.Null, source, (int)key.Start.Line, (int)key.Start.Column, mapping, name).Error($"The member \"{name}\" stands here twice. Keep one.");
        }

        mapping.Children.Add(Read(parser, source, mapping, name, depth + 1));
    }

    private static NodeKind KindOf(Scalar scalar) =>
        scalar.Style != ScalarStyle.Plain ? NodeKind.String
        : scalar.Value is "" or "~" or "null" or "Null" or "NULL" ? NodeKind.Null
        : NodeKind.Plain;
}
