namespace BlueGreen.Ecs;

/// <summary>What was read from a document, with the places of its members.</summary>
/// <typeparam name="T">What the document holds, such as <see cref="TaskDefinition"/>.</typeparam>
/// <param name="Content">What was read.</param>
/// <param name="Map">Where its members stand.</param>
public sealed record Document<T>(T Content, DocumentMap Map)
{
    /// <summary>What was noticed while reading, and does not stop it: members that are unknown, or that only descriptions have.</summary>
    public EquatableArray<Finding> Notes { get; init; }

    /// <summary>The placeholders that nobody has filled, in the document's order.</summary>
    public EquatableArray<Placeholder> Placeholders { get; init; }

    /// <summary>Makes a finding about a member of this document.</summary>
    /// <param name="code">The finding's code, such as <c>BG110</c>.</param>
    /// <param name="severity">How bad it is.</param>
    /// <param name="path">The member's path, such as <c>containerDefinitions[0].image</c>.</param>
    /// <param name="message">What was found, and what is allowed.</param>
    /// <param name="fix">What to do.</param>
    public Finding Finding(string code, FindingSeverity severity, string path, string message, string fix)
    {
        var position = Map.Find(path);
        return new(code, severity, position.ToString(), message, fix) { Position = position };
    }
}
