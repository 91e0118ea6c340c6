using System.Globalization;

namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>Characters that come with copied text and are taken for others, or for nothing.</summary>
internal static class StrayCharacters
{
    // Middle dots, bullets, dashes, minus, quotes, and the wide forms of ASCII.
    private const string LookAlikes = "·•・･‐‑‒–—−‘’‚“”„…";

    /// <summary>What a shell does not take in a variable's name.</summary>
    /// <returns>The character and its place, for a message; <see langword="null"/> when the name is good.</returns>
    public static string? InName(string name)
    {
        var at = name.Length == 0 ? -1 : name.AsSpan().IndexOfAnyExcept(Names);
        return at >= 0 ? Describe(name, at) : name.Length > 0 && char.IsAsciiDigit(name[0]) ? Describe(name, 0) : null;
    }

    /// <summary>White space around a value, something invisible in it, or a look-alike in what is ASCII otherwise.</summary>
    /// <returns>The character and its place, for a message, which never has the rest of the value; <see langword="null"/> when the value is good.</returns>
    public static string? InValue(string value)
    {
        if (value.Length > 0 && (char.IsWhiteSpace(value[0]) || char.IsWhiteSpace(value[^1])))
        {
            return char.IsWhiteSpace(value[0]) ? Describe(value, 0) : Describe(value, value.Length - 1);
        }

        if (value.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0)
        {
            return null;
        }

        for (var i = 0; i < value.Length; i++)
        {
            if (IsInvisible(value[i]) || (IsLookAlike(value[i]) && value.All(c => char.IsAscii(c) || IsLookAlike(c))))
            {
                return Describe(value, i);
            }
        }

        return null;
    }

    private static System.Buffers.SearchValues<char> Names { get; } = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    private static bool IsInvisible(char c) => c is not (' ' or '\t' or '\n' or '\u3000' or '\u200D') &&
        (char.IsWhiteSpace(c) || char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format);

    private static bool IsLookAlike(char c) => LookAlikes.Contains(c, StringComparison.Ordinal) || c is >= '\uFF01' and <= '\uFF5E' or '\u3000';

    /// <summary>A character of a text, for a message: <c>U+00A0 (no-break space) at place 3 of 8</c>.</summary>
    public static string Describe(string text, int at) => string.Create(CultureInfo.InvariantCulture, $"{Describe(text[at])} at place {at + 1} of {text.Length}");

    /// <summary>A character, for a message: <c>'·' U+00B7 (middle dot)</c>, or <c>U+00A0 (no-break space)</c> for what cannot be seen.</summary>
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
        var shown = IsInvisible(c) || char.IsWhiteSpace(c) || char.IsSurrogate(c) ? string.Empty : $"'{c}' ";
        var meaning = name is null ? string.Empty : $" ({name})";
        return string.Create(CultureInfo.InvariantCulture, $"{shown}U+{(int)c:X4}{meaning}");
    }
}
