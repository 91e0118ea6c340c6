namespace BlueGreen.Ecs;

/// <summary>A name and its value, such as an environment variable or a log option. Mirrors <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KeyValuePair.html">KeyValuePair</see>, and an entry of a map.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">The value.</param>
public sealed record NamedValue(string Name, string Value)
{
    /// <summary>Members of the document that have no property here. An entry of a map, such as a Docker label, has none.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }

    /// <summary><c>NODE_ENV=…</c>: the value is not shown, because it may be a secret in the wrong place.</summary>
    public override string ToString() => $"{Name}=…";
}
