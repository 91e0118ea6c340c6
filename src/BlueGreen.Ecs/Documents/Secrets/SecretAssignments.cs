using System.Buffers;

namespace BlueGreen.Ecs.Documents.Secrets;

/// <summary>
/// Secrets under a name inside a longer text: <c>Password=…;</c> of a connection string, <c>--token=…</c> or <c>--token …</c> of a command,
/// <c>"apiKey": "…"</c> of JSON, <c>X-Api-Key: …</c> of a header.
/// </summary>
internal static class SecretAssignments
{
    private const int LongestName = 64;
    private const int Reach = 128; // Nobody writes a name further away from its value; and each place costs the same.

    private static readonly SearchValues<char> Signs = SearchValues.Create("=: ");
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n;&,\"'");

    public static SecretSign? Find(ReadOnlySpan<char> text)
    {
        for (var place = text.IndexOfAny(Signs); place >= 0;)
        {
            if (At(text, place) is { } sign)
            {
                return sign;
            }

            var next = text[(place + 1)..].IndexOfAny(Signs);
            place = next < 0 ? -1 : place + 1 + next;
        }

        return null;
    }

    /// <summary>Whether the word is an option of a command that a secret follows, such as <c>--password</c>.</summary>
    public static bool IsSecretOption(ReadOnlySpan<char> word) =>
        word.StartsWith("--", StringComparison.Ordinal) && word.Length <= LongestName && !word.Contains('=') && SecretName.IsSecret(word);

    public static SecretSign Named(ReadOnlySpan<char> name) => new(SecretSignKind.Name, $"it gives a value to \"{name}\", whose name says so");

    private static SecretSign? At(ReadOnlySpan<char> text, int place)
    {
        var name = NameBefore(text[Math.Max(0, place - Reach)..place], out var isQuoted, out var isOption);
        var rest = text.Slice(place + 1, Math.Min(text.Length - place - 1, Reach));
        var isAssignment = !name.IsEmpty && text[place] switch
        {
            '=' => !rest.StartsWith('='), // "==" compares.
            ':' => isQuoted || rest.StartsWith(' '), // Elsewhere a colon parts the words of an ARN.
            _ => isOption && !rest.StartsWith('-'),
        };
        return isAssignment && SecretName.IsSecret(name) && !HarmlessValue.Is(ValueAfter(rest)) ? Named(name) : null;
    }

    private static ReadOnlySpan<char> NameBefore(ReadOnlySpan<char> text, out bool isQuoted, out bool isOption)
    {
        var trimmed = text.TrimEnd("\\\"' ");
        isQuoted = trimmed.Length < text.Length && text.EndsWith('"');
        var start = trimmed.Length;
        while (start > 0 && trimmed.Length - start <= LongestName && (char.IsAsciiLetterOrDigit(trimmed[start - 1]) || trimmed[start - 1] is '_' or '-' or '.'))
        {
            start--;
        }

        var name = trimmed[start..];
        isOption = trimmed.Length == text.Length && name.StartsWith("--", StringComparison.Ordinal);
        return name.Length > LongestName ? [] : name.TrimStart('-');
    }

    // "Bearer abc" is the token abc.
    private static ReadOnlySpan<char> ValueAfter(ReadOnlySpan<char> text)
    {
        text = text.TrimStart("\\\"' ");
        foreach (var scheme in (ReadOnlySpan<string>)["Bearer ", "Basic ", "token "])
        {
            text = text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? text[scheme.Length..] : text;
        }

        var end = text.IndexOfAny(Ends);
        return end < 0 ? text : text[..end];
    }
}
