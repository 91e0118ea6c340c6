using System.Globalization;

namespace BlueGreen.Ecs.Documents;

/// <summary>A node of a JSON or YAML document that knows where it stands.</summary>
/// <param name="kind">What it is.</param>
/// <param name="origin">The document.</param>
/// <param name="place">Where it begins, as its origin counts.</param>
/// <param name="parent">The node around it; none for the root.</param>
/// <param name="name">The name under which it stands in its parent; none for an item of a list.</param>
/// <param name="text">The text of a string or of plain text.</param>
internal sealed class DocumentNode(NodeKind kind, DocumentOrigin origin, long place, DocumentNode? parent, string? name, string text = "")
{
    // Up to so many members are compared with each other; more are looked up.
    private const int FewMembers = 16;
    private static readonly List<DocumentNode> None = [];

    private List<DocumentNode>? _children;
    private HashSet<string>? _names;

    public NodeKind Kind => kind;

    /// <summary>The text of a string or of plain text.</summary>
    public string Text { get; set; } = text;

    /// <summary>The name under which the node stands in its parent; none for an item of a list.</summary>
    public string? Name => name;

    /// <summary>Members or items. Nobody adds to it but by <see cref="TryAdd"/>.</summary>
    public List<DocumentNode> Children => _children ?? None;

    public DocumentPosition Position => origin.PositionOf(place, Path());

    /// <summary>Adds a member or an item.</summary>
    /// <returns>Whether it was added: not when a member of that name is there already.</returns>
    public bool TryAdd(DocumentNode child)
    {
        if (child.Name is { } added && !IsNew(added))
        {
            return false;
        }

        (_children ??= []).Add(child);
        return true;
    }

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

    /// <summary>That a member of this name stands in the parent already.</summary>
    public DocumentException Twice() => Error($"The member \"{Shorten(name!)}\" stands here twice. Keep one.");

    /// <summary>This node and all below it.</summary>
    public IEnumerable<DocumentNode> Descendants() => Children.SelectMany(child => child.Descendants()).Prepend(this);

    /// <summary>A copy of this node and all below it, under another parent; each keeps the place where it was written.</summary>
    public DocumentNode CopyTo(DocumentNode? newParent, string? newName)
    {
        var copy = new DocumentNode(kind, origin, place, newParent, newName, Text);
        foreach (var child in Children)
        {
            copy.TryAdd(child.CopyTo(copy, child.Name));
        }

        return copy;
    }

    /// <summary>Where the members of this node stand; paths begin here.</summary>
    public DocumentMap Map() => new(origin.Source, path => Find(path)?.Position);

    private DocumentNode? Find(ReadOnlySpan<char> path)
    {
        var node = this;
        while (node is not null && path.Length > 0)
        {
            if (path[0] == '[')
            {
                var end = path.IndexOf(']');
                node = int.TryParse(path[1..Math.Max(1, end)], NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < node.Children.Count ? node.Children[index] : null;
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

    private bool IsNew(string added)
    {
        if (Children.Count < FewMembers)
        {
            foreach (var child in Children)
            {
                if (string.Equals(child.Name, added, StringComparison.Ordinal))
                {
                    return false;
                }
            }

            return true;
        }

        return (_names ??= new(Children.Select(child => child.Name!), StringComparer.Ordinal)).Add(added);
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

        var index = parent.Children.IndexOf(this);
        return string.Create(CultureInfo.InvariantCulture, $"{above}[{(index < 0 ? parent.Children.Count : index)}]"); // An item that is still being read comes next.
    }
}
