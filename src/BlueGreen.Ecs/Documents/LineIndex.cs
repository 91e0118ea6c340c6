namespace BlueGreen.Ecs.Documents;

/// <summary>Where the lines of a text begin, to turn a byte's place into line and column.</summary>
internal sealed class LineIndex
{
    private readonly List<int> _starts = [0];
    private readonly byte[] _text;

    public LineIndex(byte[] text)
    {
        _text = text;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == (byte)'\n')
            {
                _starts.Add(i + 1);
            }
        }
    }

    /// <summary>Line and column, each from 1; a column is a character, not a byte.</summary>
    public (int Line, int Column) Locate(int index)
    {
        var found = _starts.BinarySearch(index);
        var line = found >= 0 ? found : ~found - 1;
        return Locate(line, index - _starts[line]);
    }

    /// <summary>The same from a line, from 0, and the bytes before the place on that line.</summary>
    public (int Line, int Column) Locate(long line, long bytes)
    {
        var start = _starts[(int)line];
        var column = System.Text.Encoding.UTF8.GetCharCount(_text, start, Math.Min((int)bytes, _text.Length - start));
        return ((int)line + 1, column + 1);
    }
}
