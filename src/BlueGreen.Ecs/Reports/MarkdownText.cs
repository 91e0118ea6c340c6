using System.Buffers;
using System.Text;

namespace BlueGreen.Ecs.Reports;

/// <summary>Text that stays text in Markdown: no markup, no HTML, no end of a cell.</summary>
internal static class MarkdownText
{
    private const int LongestCell = 4000;
    private const int LongestLine = 2000;

    private static readonly SearchValues<char> Markup = SearchValues.Create("\\`*_{}[]()#+!|~$@-");

    /// <summary>The text as a part of a line, or of a cell, of at most 4,000 characters.</summary>
    public static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var character in PlainText.Cut(PlainText.Of(text), LongestCell))
        {
            _ = Entity(character) is { } entity ? escaped.Append(entity)
                : Markup.Contains(character) ? escaped.Append('\\').Append(character)
                : escaped.Append(character);
        }

        return escaped.ToString();
    }

    /// <summary>The text as a line inside <c>&lt;pre&gt;</c>, of at most 2,000 characters.</summary>
    public static string Preformatted(string text) => string.Concat(PlainText.Cut(PlainText.Of(text), LongestLine).Select(character => Entity(character) ?? character.ToString()));

    private static string? Entity(char character) => character switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        _ => null,
    };
}
