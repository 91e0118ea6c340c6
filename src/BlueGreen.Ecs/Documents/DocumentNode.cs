using System.Globalization;

namespace BlueGreen.Ecs.Documents;

/// <summary>A node of a JSON or YAML document that knows where it stands.</summary>
internal sealed class DocumentNode(NodeKind kind, string source, int line, int column, DocumentNode? parent, string? name, string text = "")
{
    public NodeKind Kind => kind;

    /// <summary>The text of a string or of plain text.</summary>
    public string Text { get; set; } = text;

    /// <summary>The name under which the node stands in its parent; none for an item of a list.</summary>
    public string? Name => name;

    public List<DocumentNode> Children { get; } = [];

    public DocumentPosition Position => new(source, line, column, Path());

    /// <summary>What the node is, for a message: <c>a list of 2</c>, <c>the text "x"</c>.</summary>
    public string Describe() => kind switch
    {
        NodeKind.Object => "an object",
        NodeKind.Array => Children.Count == 0 ? "an empty list" : string.Create(CultureInfo.InvariantCulture, $"a list of {Children.Count}"),
        NodeKind.Null => "nothing",
        NodeKind.String => $"the text \"{Shorten(Text)}\"",
        _ => Shorten(Text),
    };

    public DocumentException Error(string problem) => new(Position, problem);

    /// <summary>This node and all below it.</summary>
    public IEnumerable<DocumentNode> Descendants() => Children.SelectMany(child => child.Descendants()).Prepend(this);

    /// <summary>Where the members of this node stand; paths begin here.</summary>
    public DocumentMap Map() => new(source, path => Find(path)?.Position);

    private DocumentNode? Find(ReadOnlySpan<char> path)
    {
        var node = this;
        while (node is not null && path.Length > 0)
        {
            if (path[0] == '[')
            {
                var end = path.IndexOf(']');
                node = int.TryParse(path[1..Math.Max(1, end)], NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < node.Children.Count ? node.Children[place] : null;
                path = path[(end + 1)..];
            }
            else
            {
                path = path[0] == '.' ? path[1..] : path;
                var end = path.IndexOfAny('.', '[');
                var member = (end < 0 ? path : path[..end]).ToString();
                node = node.Children.Find(child => string.Equals(child.Name, member, StringComparison.OrdinalIgnoreCase));
                path = end < 0 ? [] : path[end..];
            }
        }

        return node;
    }

    private static string Shorten(string text) => text.Length <= 60 ? text : text[..60] + "…";

    private string Path()
    {
        if (parent is null)
        {
            return string.Empty;
        }

        var above = parent.Path();
        if (name is not null)
        {
            return above.Length == 0 ? name : $"{above}.{name}";
        }

        var place = parent.Children.IndexOf(this);
        return string.Create(CultureInfo.InvariantCulture, $"{above}[{(place < 0 ? parent.Children.Count : place)}]"); // An item that is still being read comes next.
    }
}
