using System.Globalization;
using System.Text;

namespace BlueGreen.Ecs.Diagnosis.Texts;

/// <summary>Makes text that others wrote fit to be quoted: one line without codes of terminals, without secrets, of bounded length.</summary>
internal static class OutsideText
{
    /// <summary>How many characters of a line are quoted.</summary>
    public const int Longest = 500;

    private const int MostRead = 8192; // Lines of a megabyte happen; nobody reads on behind this.
    private const char Escape = '\e';
    private const char Bell = '\a';
    private const char Csi = '\u009b';
    private const string Cut = " […]";

    /// <summary>The text as it may be quoted.</summary>
    /// <param name="text">The text. <see langword="null"/> counts as empty.</param>
    /// <param name="longest">How many characters are kept.</param>
    public static string Clean(string? text, int longest = Longest)
    {
        if (string.IsNullOrEmpty(text))
        {
            return string.Empty;
        }

        // Before as well as after: what looks like a code may have taken a letter of the name by which a secret is known.
        var read = Plain(LineMask.Apply(text[..Math.Min(text.Length, MostRead)]));
        if (text.Length > MostRead && read.LastIndexOf(' ') is > 0 and var word)
        {
            read = read[..word]; // A secret of which only the beginning is there is not recognised.
        }

        var masked = LineMask.Apply(read);
        return masked.Length <= longest && text.Length <= MostRead ? masked : Shorten(masked, longest);
    }

    /// <summary>Lines of one text, such as a log's; what stands between the first and the last line of a private key is masked too.</summary>
    public static IReadOnlyList<string> CleanLines(IEnumerable<string> lines)
    {
        var clean = new List<string>();
        var isKey = false;
        foreach (var line in lines)
        {
            var begins = line.Contains("PRIVATE KEY", StringComparison.Ordinal) && line.Contains("-----BEGIN", StringComparison.Ordinal);
            var ends = line.Contains("-----END", StringComparison.Ordinal);
            clean.Add(isKey ? LineMask.Mask : Clean(line));
            isKey = (isKey || begins) && !ends;
        }

        return clean;
    }

    private static string Shorten(string text, int longest)
    {
        if (text.EndsWith(Cut, StringComparison.Ordinal) && text.Length <= longest)
        {
            return text;
        }

        var length = Math.Min(text.Length, longest - Cut.Length);
        length -= length > 0 && char.IsHighSurrogate(text[length - 1]) ? 1 : 0;
        return $"{text.AsSpan(0, length).TrimEnd()}{Cut}";
    }

    private static string Plain(ReadOnlySpan<char> text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var here = text[i];
            if (here is Escape or Csi)
            {
                i = EndOfCode(text, i);
            }
            else if (char.IsWhiteSpace(here))
            {
                Space(plain);
            }
            else if (char.IsHighSurrogate(here) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                plain.Append(here).Append(text[++i]);
            }
            else if (!char.IsControl(here) && !char.IsSurrogate(here) && char.GetUnicodeCategory(here) is not UnicodeCategory.Format)
            {
                plain.Append(here);
            }
        }

        return plain.ToString().TrimEnd();
    }

    private static void Space(StringBuilder plain)
    {
        if (plain.Length > 0 && plain[^1] != ' ')
        {
            plain.Append(' ');
        }
    }

    // ESC [ … letter, ESC ] … BEL, and two characters else.
    private static int EndOfCode(ReadOnlySpan<char> text, int start)
    {
        var kind = text[start] == Csi ? '[' : start + 1 < text.Length ? text[start + 1] : ' ';
        var i = text[start] == Csi ? start + 1 : start + 2;
        if (kind == '[')
        {
            while (i < text.Length && text[i] is >= ' ' and < '@')
            {
                i++;
            }

            return i;
        }

        if (kind != ']')
        {
            return start + 1;
        }

        while (i < text.Length && text[i] is not (Bell or Escape))
        {
            i++;
        }

        return i + 1 < text.Length && text[i] == Escape ? i + 1 : i;
    }
}
