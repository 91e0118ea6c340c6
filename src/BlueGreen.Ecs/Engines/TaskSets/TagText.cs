using System.Globalization;
using System.Text;

namespace BlueGreen.Ecs.Engines.TaskSets;

/// <summary>Any text as the value of a tag, which holds letters, digits, blanks and <c>+ - = . _ : / @</c>: what else there is stands as <c>=</c> and two hexadecimal digits a byte.</summary>
internal static class TagText
{
    /// <summary>The most characters that a value has.</summary>
    public const int Longest = 256;

    private const int EscapeLength = 3;

    /// <summary>The text as a value, cut to <see cref="Longest"/> characters.</summary>
    public static string Encode(string text)
    {
        var value = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var part = rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || " +-._:/@".Contains((char)rune.Value, StringComparison.Ordinal)) ? rune.ToString() : Escape(rune);
            if (value.Length + part.Length > Longest)
            {
                break;
            }

            value.Append(part);
        }

        return value.ToString();
    }

    /// <summary>The text of a value; what is no escape stands for itself.</summary>
    public static string Decode(string value)
    {
        var bytes = new List<byte>(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '=' && i + EscapeLength <= value.Length && byte.TryParse(value.AsSpan(i + 1, EscapeLength - 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var escaped))
            {
                bytes.Add(escaped);
                i += EscapeLength - 1;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(value, i, 1));
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static string Escape(Rune rune)
    {
        Span<byte> bytes = stackalloc byte[4];
        var length = rune.EncodeToUtf8(bytes);
        return string.Concat(bytes[..length].ToArray().Select(one => string.Create(CultureInfo.InvariantCulture, $"={one:X2}")));
    }
}
