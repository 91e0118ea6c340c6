using System.Globalization;
using System.Text;

namespace BlueGreen.Ecs.Documents.Diff;

/// <summary>Values of a change in one line of bounded length, without characters that a terminal would obey.</summary>
internal static class ShownValue
{
    private const int Longest = 80;
    private const int Context = 12;
    private const string Ellipsis = "…";

    /// <summary>Both values; when they are long and begin alike, from shortly before the first difference.</summary>
    public static (string? Before, string? After) Pair(TaskDefinitionChange change)
    {
        var (before, after) = (Line(change.Before), Line(change.After));
        var common = before is null || after is null || Math.Max(before.Length, after.Length) <= Longest ? 0 : before.AsSpan().CommonPrefixLength(after);
        var start = common <= 2 * Context ? 0 : common - Context;
        return (Shorten(before, start), Shorten(after, start));
    }

    /// <summary>The text with control characters and ends of lines written as escapes.</summary>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    public static string? Line(string? text)
    {
        if (text?.Any(IsHidden) is not true)
        {
            return text;
        }

        var line = new StringBuilder(text.Length + 8);
        foreach (var character in text)
        {
            _ = character switch
            {
                '\n' => line.Append("\\n"),
                '\t' => line.Append("\\t"),
                '\r' => line.Append("\\r"),
                _ when IsHidden(character) => line.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => line.Append(character),
            };
        }

        return line.ToString();
    }

    // Controls, ends of lines, and what turns the direction of writing.
    private static bool IsHidden(char character) => char.IsControl(character) ||
        char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static string? Shorten(string? text, int start)
    {
        if (text is null || (start == 0 && text.Length <= Longest))
        {
            return text is "" ? "\"\"" : text;
        }

        var end = Whole(text, Math.Min(text.Length, start + Longest - 2));
        start = Whole(text, start);
        return $"{(start > 0 ? Ellipsis : string.Empty)}{text[start..end]}{(end < text.Length ? Ellipsis : string.Empty)}";
    }

    // Never between the halves of a character.
    private static int Whole(string text, int place) => place > 0 && place < text.Length && char.IsLowSurrogate(text[place]) ? place - 1 : place;
}
