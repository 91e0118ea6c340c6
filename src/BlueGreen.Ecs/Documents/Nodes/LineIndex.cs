using System.Text;

namespace BlueGreen.Ecs.Documents;

/// <summary>Where the lines of a text begin, to turn a byte's place into line and column.</summary>
internal sealed class LineIndex
{
    private readonly List<int> _starts = [0];
    private readonly ReadOnlyMemory<byte> _text;

    public LineIndex(ReadOnlyMemory<byte> text)
    {
        _text = text;
        var bytes = text.Span;
        for (var start = 0; bytes[start..].IndexOf((byte)'\n') is >= 0 and var length;)
        {
            start += length + 1;
            _starts.Add(start);
        }
    }

    /// <summary>Line and column, each from 1; a column is a character, not a byte.</summary>
    public (int Line, int Column) Locate(int index)
    {
        var found = _starts.BinarySearch(index);
        var line = found >= 0 ? found : ~found - 1;
        var start = _starts[line];
        return (line + 1, Encoding.UTF8.GetCharCount(_text.Span[start..Math.Min(index, _text.Length)]) + 1);
    }

    /// <summary>The place of the byte that lies so many bytes behind the beginning of a line, which counts from 0.</summary>
    public int IndexOf(long line, long bytes) => _starts[(int)line] + (int)bytes;
}
