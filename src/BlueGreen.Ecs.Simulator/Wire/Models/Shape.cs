namespace BlueGreen.Ecs.Simulator.Wire.Models;

/// <summary>A type of the model. Structures refer to one another, so their members are filled in after all of them exist.</summary>
internal sealed class Shape(ShapeKind kind, string name)
{
    private readonly Dictionary<string, ShapeMember> _byName = new(StringComparer.Ordinal);
    private readonly List<ShapeMember> _members = [];

    public ShapeKind Kind => kind;

    /// <summary>The name in the model; empty for a list or a map.</summary>
    public string Name => name;

    /// <summary>What a list or a map holds.</summary>
    public Shape? Element { get; init; }

    /// <summary>The values of an enumeration.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>The members of a structure, in the model's order.</summary>
    public IReadOnlyList<ShapeMember> Members => _members;

    public ShapeMember? Find(string member) => _byName.GetValueOrDefault(member);

    public void Add(ShapeMember member)
    {
        _byName.Add(member.Name, member);
        _members.Add(member);
    }
}
