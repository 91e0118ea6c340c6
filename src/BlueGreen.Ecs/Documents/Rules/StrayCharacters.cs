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
    /// <returns>The character and its place, for a message, which never has the value; <see langword="null"/> when the value is good.</returns>
    public static string? InValue(string value)
    {
        if (value.Length > 0 && (char.IsWhiteSpace(value[0]) || char.IsWhiteSpace(value[^1])))
        {
            return char.IsWhiteSpace(value[0]) ? Describe(value, 0) : Describe(value, value.Length - 1);
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

    private static string Describe(string text, int at)
    {
        var c = text[at];
        var sight = c switch
        {
            ' ' => "a space",
            '\u00A0' => "a no-break space",
            _ when char.IsWhiteSpace(c) || char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format || char.IsSurrogate(c) => "a character",
            _ => $"'{c}'",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{sight} (U+{(int)c:X4}) at place {at + 1} of {text.Length}");
    }
}
