using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace BlueGreen.Ecs.Reports;

/// <summary>Text of findings as one line, without what a terminal would obey. Pure.</summary>
internal static partial class PlainText
{
    /// <summary>The text without ANSI sequences, control characters and what turns the direction of writing; ends of lines become spaces. Nothing is cut.</summary>
    public static string Of(string text)
    {
        if (!text.Any(IsHidden))
        {
            return text.Trim();
        }

        var line = new StringBuilder(text.Length);
        foreach (var character in AnsiSequence.Replace(text, string.Empty))
        {
            _ = char.IsWhiteSpace(character) ? line.Append(' ') : IsHidden(character) ? line : line.Append(character);
        }

        return line.ToString().Trim();
    }

    /// <summary>The text's beginning, with an ellipsis where something was cut; never between the halves of a character.</summary>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        var end = char.IsLowSurrogate(text[longest - 1]) ? longest - 2 : longest - 1;
        return $"{text[..end]}…";
    }

    private static bool IsHidden(char character) => char.IsControl(character) ||
        char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    // CSI, OSC up to BEL or ST, and the two-character sequences.
    [GeneratedRegex(@"\x1B(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1B]*(?:\x07|\x1B\\)?|[ -/]*[0-Z\\^-~])", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AnsiSequence { get; }
}
