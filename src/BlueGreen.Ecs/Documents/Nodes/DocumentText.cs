using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace BlueGreen.Ecs.Documents;

/// <summary>The bytes of a document as the text that they mean, within the limits of what is read at all.</summary>
internal static class DocumentText
{
    /// <summary>The largest document, in bytes. AWS's own limits are far below.</summary>
    public const int LargestSize = 1024 * 1024;

    /// <summary>How deep objects and lists may lie in each other.</summary>
    public const int DeepestNesting = 64;

    /// <summary>How many members and items a document may have, aliases written out.</summary>
    public const int MostNodes = 10_000;

    public static readonly string TooDeep = string.Create(CultureInfo.InvariantCulture, $"The document is nested deeper than {DeepestNesting} levels.");

    public static readonly string TooMany = string.Create(CultureInfo.InvariantCulture, $"The document has more than {MostNodes} members and items, YAML aliases written out.");

    /// <summary>The text as UTF-8 without a mark in front. UTF-16 is told by its mark.</summary>
    /// <exception cref="DocumentException">The bytes are no text, or too many.</exception>
    public static ReadOnlyMemory<byte> Decode(byte[] bytes, string source) => bytes switch
    {
        { Length: > LargestSize } => throw TooLarge(source, bytes.Length),
        [0xEF, 0xBB, 0xBF, ..] => Check(bytes.AsMemory(3), source),
        [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..] => throw Problem(source, "The text is UTF-32. Save it as UTF-8."),
        [0xFF, 0xFE, ..] => Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2)),
        [0xFE, 0xFF, ..] => Encoding.UTF8.GetBytes(Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2)),
        _ => Check(bytes, source),
    };

    /// <summary>The text as UTF-8 without a mark in front.</summary>
    /// <exception cref="DocumentException">The text is too long.</exception>
    public static ReadOnlyMemory<byte> Encode(string text, string source)
    {
        if (text.Length > LargestSize)
        {
            throw TooLarge(source, text.Length);
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        return bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes.AsMemory(3) : bytes;
    }

    public static DocumentException TooLarge(string source, long size) =>
        Problem(source, string.Create(CultureInfo.InvariantCulture, $"The document has {size} bytes; allowed are {LargestSize}."));

    private static ReadOnlyMemory<byte> Check(ReadOnlyMemory<byte> text, string source)
    {
        var zero = text.Span.IndexOf((byte)0);
        if (zero >= 0)
        {
            throw Found(text, zero, source, "A zero byte stands here: this is no text, or UTF-16 without a mark in front. Save it as UTF-8.");
        }

        return Utf8.IsValid(text.Span)
            ? text
            : throw Found(text, FirstInvalid(text.Span), source, "A byte stands here that is no UTF-8. Save the text as UTF-8.");
    }

    private static int FirstInvalid(ReadOnlySpan<byte> text)
    {
        var place = 0;
        while (Rune.DecodeFromUtf8(text[place..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            place += length;
        }

        return place;
    }

    private static DocumentException Found(ReadOnlyMemory<byte> text, int place, string source, string problem) =>
        new(new DocumentOrigin(source, text).PositionOf(place, string.Empty), problem);

    private static DocumentException Problem(string source, string problem) => new(new(source, 1, 1, string.Empty), problem);
}
