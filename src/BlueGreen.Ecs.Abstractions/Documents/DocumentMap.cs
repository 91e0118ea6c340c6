namespace BlueGreen.Ecs;

/// <summary>Where the members of a document stand, so that what is found later can still name file, line and column.</summary>
public sealed class DocumentMap
{
    private readonly Func<string, DocumentPosition?> _find;

    /// <summary>Makes a map.</summary>
    /// <param name="source">The file, or what else the document came from.</param>
    /// <param name="find">Gives the place of a member, or <see langword="null"/> when it does not stand in the document.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public DocumentMap(string source, Func<string, DocumentPosition?> find)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(find);
        Source = source;
        _find = find;
    }

    /// <summary>The file, or what else the document came from.</summary>
    public string Source { get; }

    /// <summary>A map of something that was never a text, such as a task definition made in code.</summary>
    /// <param name="source">What to call it.</param>
    public static DocumentMap None(string source) => new(source, static _ => null);

    /// <summary>The place of a member; of the nearest one around it, when the member itself does not stand in the document.</summary>
    /// <param name="path">The member's path, such as <c>containerDefinitions[0].image</c>. Capitals do not matter.</param>
    /// <returns>The place; with line 0 when the document was never a text.</returns>
    public DocumentPosition Find(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        for (var known = path; ; known = Around(known))
        {
            if (_find(known) is { } position)
            {
                return position;
            }

            if (known.Length == 0)
            {
                return new(Source, 0, 0, path);
            }
        }
    }

    private static string Around(string path) => path[..Math.Max(0, path.AsSpan().LastIndexOfAny('.', '['))];
}
