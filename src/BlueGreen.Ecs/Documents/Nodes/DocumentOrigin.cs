namespace BlueGreen.Ecs.Documents;

/// <summary>What the nodes of one document share: its name, and where its lines begin. Lines are looked for only when a position is asked for.</summary>
/// <param name="source">The file, or what else the document came from.</param>
/// <param name="text">The text whose bytes nodes point to; none when nodes know line and column themselves.</param>
internal sealed class DocumentOrigin(string source, ReadOnlyMemory<byte>? text)
{
    private LineIndex? _lines;

    public string Source => source;

    /// <summary>The place of a byte, or of a line and column that <see cref="Pack"/> made one number of.</summary>
    public DocumentPosition PositionOf(long place, string path)
    {
        if (text is not { } bytes)
        {
            return new(source, (int)(place >> 32), (int)place, path);
        }

        var (line, column) = (_lines ??= new LineIndex(bytes)).Locate((int)place);
        return new(source, line, column, path);
    }

    /// <summary>A line and a column as one number.</summary>
    public static long Pack(long line, long column) => (line << 32) | (uint)column;
}
