namespace BlueGreen.Ecs.Documents;

/// <summary>Takes members of an object as the types of the task definition.</summary>
internal static class ObjectReaderExtensions
{
    /// <summary>What the member holds, or <see langword="null"/> when it is missing or null.</summary>
    public static T? Object<T>(this ObjectReader reader, string name, Func<DocumentNode, T> read)
        where T : class => reader.Find(name) is { } node ? read(node) : null;

    public static bool RequireBoolean(this ObjectReader reader, string name)
    {
        reader.Require(name);
        return reader.Boolean(name)!.Value;
    }

    /// <summary>The member's text; none when it is empty, as in a skeleton that was not filled in.</summary>
    public static string? TextUnlessEmpty(this ObjectReader reader, string name) => reader.Text(name) is { Length: > 0 } text ? text : null;

    /// <summary>The member's value; none when its text is empty: no list of AWS has an empty value.</summary>
    public static T? Value<T>(this ObjectReader reader, string name)
        where T : struct, IOpenValue<T> => reader.TextUnlessEmpty(name) is { } text ? T.FromString(text) : null;

    public static T RequireValue<T>(this ObjectReader reader, string name)
        where T : struct, IOpenValue<T> => T.FromString(reader.RequireText(name));

    /// <summary>The values of a list; empty ones do not count.</summary>
    public static EquatableArray<T> Values<T>(this ObjectReader reader, string name)
        where T : struct, IOpenValue<T> => reader.Texts(name).Where(text => text.Length > 0).Select(T.FromString).ToEquatableArray();

    public static EquatableArray<int> Integers(this ObjectReader reader, string name) => reader.List(name, ObjectReader.IntegerOf);
}
