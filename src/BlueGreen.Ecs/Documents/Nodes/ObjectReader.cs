using System.Globalization;
using System.Numerics;

namespace BlueGreen.Ecs.Documents;

/// <summary>Takes the members of an object one by one, by name whatever their capitals, and tells in the end which ones nobody took.</summary>
internal sealed class ObjectReader
{
    private const int MostMarked = 64;

    private readonly DocumentNode _node;
    private ulong _taken;
    private HashSet<DocumentNode>? _takenBeyond;

    public ObjectReader(DocumentNode node) =>
        _node = node.Kind == NodeKind.Object ? node : throw node.Error($"Found is {node.Describe()}; allowed is an object.");

    /// <summary>The member, or <see langword="null"/> when it is missing or null.</summary>
    public DocumentNode? Find(string name)
    {
        var children = _node.Children;
        DocumentNode? found = null;
        for (var i = 0; i < children.Count; i++)
        {
            var known = children[i].Name!;
            if (known.Length != name.Length || !string.Equals(known, name, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            Take(i);
            found = found is null ? children[i] : throw children[i].Error($"The member \"{name}\" stands here twice, with other capitals. Keep one.");
        }

        return found is { Kind: NodeKind.Null } ? null : found;
    }

    public DocumentNode Require(string name) =>
        Find(name) ?? throw _node.Error($"The member \"{name}\" is missing.");

    public string? Text(string name) => Find(name) is { } node ? TextOf(node) : null;

    public string RequireText(string name) => TextOf(Require(name));

    public int? Integer(string name) => Find(name) is { } node ? IntegerOf(node) : null;

    public int RequireInteger(string name) => IntegerOf(Require(name));

    public bool? Boolean(string name) => Find(name) is { } node
        ? bool.TryParse(node.Text, out var value) ? value : throw node.Error($"Found is {node.Describe()}; allowed is true or false.")
        : null;

    public ObjectReader? Object(string name) => Find(name) is { } node ? new ObjectReader(node) : null;

    public EquatableArray<T> List<T>(string name, Func<DocumentNode, T> read) => Find(name) is not { } node ? []
        : node.Kind == NodeKind.Array ? All(node.Children, read)
        : throw node.Error($"Found is {node.Describe()}; allowed is a list.");

    public EquatableArray<string> Texts(string name) => List(name, TextOf);

    /// <summary>An object whose members are all texts.</summary>
    public EquatableArray<NamedValue> Map(string name) =>
        Object(name) is { } map ? All(map._node.Children, static child => new NamedValue(child.Name!, TextOf(child))) : [];

    /// <summary>The members that nobody took, as nodes.</summary>
    public IEnumerable<DocumentNode> Unknown => _node.Children.Where((child, index) =>
        index < MostMarked ? (_taken & (1UL << index)) == 0 : _takenBeyond?.Contains(child) is not true);

    /// <summary>The members that nobody took.</summary>
    public EquatableArray<JsonMember> Rest() => BitOperations.PopCount(_taken) == _node.Children.Count
        ? []
        : Unknown.Select(child => new JsonMember(child.Name!, JsonText.Of(child))).ToEquatableArray();

    public static string TextOf(DocumentNode node) => node.Kind is NodeKind.String or NodeKind.Plain
        ? node.Text
        : throw node.Error($"Found is {node.Describe()}; allowed is text.");

    private static EquatableArray<T> All<T>(List<DocumentNode> nodes, Func<DocumentNode, T> read)
    {
        if (nodes.Count == 0)
        {
            return [];
        }

        var items = new T[nodes.Count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = read(nodes[i]);
        }

        return EquatableArray.Create<T>(items);
    }

    private void Take(int index)
    {
        if (index < MostMarked)
        {
            _taken |= 1UL << index;
        }
        else
        {
            (_takenBeyond ??= []).Add(_node.Children[index]);
        }
    }

    public static int IntegerOf(DocumentNode node) =>
        node.Kind is NodeKind.String or NodeKind.Plain && int.TryParse(node.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw node.Error($"Found is {node.Describe()}; allowed is a whole number.");
}
