using System.Text;

namespace BlueGreen.Ecs.Reports;

/// <summary>A text that takes blocks as long as they fit into a number of bytes of UTF-8.</summary>
/// <param name="most">How many bytes fit.</param>
internal sealed class BoundedText(int most)
{
    private readonly StringBuilder _text = new();
    private int _bytes;

    /// <summary>Whether the block fitted, and was added.</summary>
    /// <param name="block">The block.</param>
    /// <param name="reserve">The bytes that must still fit behind it.</param>
    public bool TryAdd(string block, int reserve = 0)
    {
        var bytes = Encoding.UTF8.GetByteCount(block);
        if (bytes > most - reserve - _bytes)
        {
            return false;
        }

        _text.Append(block);
        _bytes += bytes;
        return true;
    }

    public override string ToString() => _text.ToString();
}
