namespace BlueGreen.Ecs.Documents;

/// <summary>Values in the forms that a buildspec allows.</summary>
internal static class BuildSpecValues
{
    /// <summary><c>yes</c> or <c>no</c>, in any of YAML's ways to say so.</summary>
    public static bool? YesNo(this ObjectReader reader, string name) => reader.Find(name) is not { } node ? null : node.Text.ToUpperInvariant() switch
    {
        "YES" or "TRUE" or "ON" => true,
        "NO" or "FALSE" or "OFF" => false,
        _ => throw node.Error($"Found is {node.Describe()}; allowed is yes or no."),
    };

    /// <summary>A list of texts, or one text that stands alone.</summary>
    public static EquatableArray<string> TextOrTexts(this ObjectReader reader, string name) =>
        reader.Find(name) is { Kind: NodeKind.String or NodeKind.Plain } node ? [node.Text] : reader.Texts(name);

    /// <summary>An object whose members are all texts; a member without a value is an empty one.</summary>
    public static EquatableArray<NamedValue> Values(this ObjectReader reader, string name) =>
        Members(reader, name, child => new NamedValue(child.Name!, child.Kind == NodeKind.Null ? string.Empty : ObjectReader.TextOf(child)));

    public static EquatableArray<T> Members<T>(this ObjectReader reader, string name, Func<DocumentNode, T> read) => reader.Find(name) switch
    {
        null => [],
        { Kind: NodeKind.Object } node => node.Children.Select(read).ToEquatableArray(),
        var node => throw node.Error($"Found is {node.Describe()}; allowed are members with names."),
    };

    /// <summary>A list of commands. YAML takes <c>- echo a: b</c> for an object, which CodeBuild refuses.</summary>
    public static EquatableArray<string> Commands(this ObjectReader reader, string name) => reader.List(name, static node => node.Kind is NodeKind.Object
        ? throw node.Error("A command is text, and this one is an object, because of the colon and the space in it. Put the whole command in quotes.")
        : ObjectReader.TextOf(node));
}
