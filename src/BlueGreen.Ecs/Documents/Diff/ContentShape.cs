namespace BlueGreen.Ecs.Documents.Diff;

/// <summary>The rules of a member and of what is in it.</summary>
internal sealed class ContentShape
{
    private readonly Dictionary<string, ContentShape> _members = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Name, string Json)> _defaults = [];
    private ContentShape? _item;

    public ContentRule? Rule { get; private set; }

    /// <summary>The members that ECS takes for granted in an object here, or in an item of the list here.</summary>
    public IReadOnlyList<(string Name, string Json)> Defaults => _defaults;

    /// <summary>The shape of an item of the list here.</summary>
    public ContentShape? Item => _item;

    public static ContentShape Of(IEnumerable<KeyValuePair<string, ContentRule>> rules)
    {
        var root = new ContentShape();
        foreach (var (path, rule) in rules)
        {
            root.Add(path.Split('.'), rule);
        }

        return root;
    }

    /// <summary>The shape of a member; none when no rule speaks of it.</summary>
    public ContentShape? Member(string name) => _members.GetValueOrDefault(name);

    private void Add(ReadOnlySpan<string> steps, ContentRule rule)
    {
        if (steps.IsEmpty)
        {
            Rule = rule;
            return;
        }

        var name = steps[0].TrimEnd('[', ']');
        if (steps.Length == 1 && rule.Default is { } json)
        {
            _defaults.Add((name, json));
        }

        if (!_members.TryGetValue(name, out var member))
        {
            _members.Add(name, member = new());
        }

        (name.Length == steps[0].Length ? member : member._item ??= new()).Add(steps[1..], rule);
    }
}
