using CsCheck;

namespace BlueGreen.Ecs.Tests.Unit.Documents.BadInput;

/// <summary>Damages documents at random, in the ways in which they get damaged: cut off, doubled, mixed, with bytes that mean something to a parser.</summary>
internal static class Mutation
{
    private static readonly byte[][] Pieces =
    [
        .. new[]
        {
            "{", "}", "[", "]", ",", ":", "\"", "'", "\\", "\\u0000", "\\ud800", "#", "//", "/*", "*/", "&a", "*a", "<<: *a", "!!binary ", "!<x>", "? ", "- ", "---\n", "...\n", "%YAML 9.9\n",
            "|\n", ">-\n", "\t", "\r", "\n", "\n  ", " ", "\0", "null", "true", "-0", "1e999", "99999999999999999999", "0x1F", "~", "<IMAGE1_NAME>", "<", ">", "=", "@", "`", "\u00B7", "\u2028", "\uFEFF", "\U0001F600",
        }.Select(System.Text.Encoding.UTF8.GetBytes),
        [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xFF, 0xFE], [0xF8, 0x88],
    ];

    /// <summary>One to seven changes of a document, mostly few; <paramref name="other"/> lends parts.</summary>
    public static byte[] Of(byte[] document, byte[] other, PCG random)
    {
        var bytes = new List<byte>(document);
        for (var changes = random.Between(1, random.Between(2, 9)); changes > 0; changes--)
        {
            Change(bytes, other, random);
        }

        return [.. bytes];
    }

    private static void Change(List<byte> bytes, byte[] other, PCG random)
    {
        var at = random.Below(bytes.Count + 1);
        var length = Math.Min(random.Between(1, 40), bytes.Count - at);
        switch (random.Below(8))
        {
            case 0 when length > 0:
                bytes[at] = (byte)random.Below(256);
                break;
            case 1:
                bytes.RemoveRange(at, length);
                break;
            case 2:
                bytes.InsertRange(random.Below(bytes.Count + 1), bytes.GetRange(at, length));
                break;
            case 3 when random.Below(4) == 0:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 4:
                var from = random.Below(other.Length);
                bytes.InsertRange(at, other.Skip(from).Take(random.Between(1, 200)));
                break;
            case 5:
                bytes.InsertRange(at, Enumerable.Repeat(Pieces[random.Below(Pieces.Length)], random.Between(1, 80)).SelectMany(piece => piece));
                break;
            default:
                bytes.InsertRange(at, Pieces[random.Below(Pieces.Length)]);
                break;
        }
    }

    /// <summary>A number from 0, below a limit.</summary>
    public static int Below(this PCG random, int limit) => (int)random.Next((uint)limit);

    private static int Between(this PCG random, int from, int to) => from + random.Below(to - from);
}
