using System.Globalization;

namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>Tells a reader of a character that looks like another one, or like none.</summary>
internal static class StrayCharacter
{
    /// <summary>Such as <c>'É'</c>, or <c>U+00A0 (no-break space)</c> for what does not show what it is.</summary>
    public static string Describe(char c)
    {
        var name = c switch
        {
            ' ' => "space",
            '\t' => "tab",
            '\n' => "line feed",
            '\r' => "carriage return",
            '\u00A0' => "no-break space",
            '\u00AD' => "soft hyphen",
            '\u00B7' => "middle dot",
            '\u200B' => "zero-width space",
            '\u200E' => "left-to-right mark",
            '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' => "dash",
            '\u2018' or '\u2019' or '\u201C' or '\u201D' => "curly quotation mark",
            '\u202F' => "narrow no-break space",
            '\u3000' => "ideographic space",
            '\u30FB' => "katakana middle dot",
            '\uFEFF' => "byte order mark",
            >= '\uFF01' and <= '\uFF5E' => "full-width character",
            _ => null,
        };
        var code = ((int)c).ToString("X4", CultureInfo.InvariantCulture);
        return name is not null ? $"U+{code} ({name})" : char.IsControl(c) || char.IsWhiteSpace(c) || char.IsSurrogate(c) ? $"U+{code}" : $"'{c}'";
    }
}
