using System.Buffers;
using System.Text;
using BlueGreen.Ecs.Documents.Secrets;

namespace BlueGreen.Ecs.Diagnosis.Texts;

/// <summary>
/// Masks what looks like a secret in a line of text, by the marks by which documents are searched for secrets. It masks too much rather than too little: a name of
/// a secret with any value behind it, the rest of a header that authorizes, a password in a URL, words of a known shape, random words.
/// </summary>
internal static class LineMask
{
    public const string Mask = "***";

    private const string LeftOut = "(left out: the line holds what looks like a secret)";
    private const string KeyBegins = "-----BEGIN";

    private static readonly SearchValues<char> Spaces = SearchValues.Create(" \t\r\n\"'`,;");
    private static readonly SearchValues<char> Authority = SearchValues.Create(" \t\r\n\"'");
    private static readonly string[] Headers = ["authorization", "cookie"];

    public static string Apply(string text)
    {
        var masked = Words(SecretValues.Mask(Urls(Header(Key(text)))));
        return SecretDetector.FindInText(masked) is null ? masked : LeftOut;
    }

    // To the end of the line: what a header of this kind holds has many forms.
    private static string Header(string text)
    {
        foreach (var header in Headers)
        {
            for (var at = text.IndexOf(header, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(header, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                var behind = text.AsSpan(at + header.Length);
                var rest = behind.TrimStart("\\\"' ");
                if (rest.Length > 1 && rest[0] is ':' or '=')
                {
                    return $"{text.AsSpan(0, text.Length - rest.Length + 1)} {Mask}";
                }
            }
        }

        return text;
    }

    private static string Key(string text)
    {
        var begin = text.IndexOf(KeyBegins, StringComparison.Ordinal);
        return begin < 0 || !text.AsSpan(begin).Contains("PRIVATE KEY", StringComparison.Ordinal) ? text : $"{text.AsSpan(0, begin)}{Mask}";
    }

    // scheme://user:password@host; a password may hold what it should not. An image with tag and digest has none.
    private static string Urls(string text)
    {
        var masked = new StringBuilder();
        ReadOnlySpan<char> rest = text;
        for (var place = rest.IndexOf("://", StringComparison.Ordinal); place >= 0; place = rest.IndexOf("://", StringComparison.Ordinal))
        {
            masked.Append(rest[..(place + 3)]);
            rest = rest[(place + 3)..];
            var end = rest.IndexOfAny(Authority);
            var authority = end < 0 ? rest : rest[..end];
            var at = authority.LastIndexOf('@');
            var colon = at < 0 ? -1 : authority[..at].IndexOf(':');
            if (colon >= 0 && !authority[at..].StartsWith("@sha256:", StringComparison.Ordinal))
            {
                masked.Append(authority[..(colon + 1)]).Append(Mask);
                rest = rest[at..];
            }
        }

        return masked.Length == 0 ? text : masked.Append(rest).ToString();
    }

    private static string Words(string text)
    {
        var masked = new StringBuilder();
        ReadOnlySpan<char> rest = text;
        var isOptions = false;
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOfAny(Spaces);
            var word = end < 0 ? rest : rest[..end];
            masked.Append(word.Length > 0 && (isOptions || IsSecret(word)) ? Mask : word);
            isOptions = (isOptions && word.IsEmpty) || SecretAssignments.IsSecretOption(word);
            if (end >= 0)
            {
                masked.Append(rest[end]);
            }

            rest = end < 0 ? [] : rest[(end + 1)..];
        }

        return masked.ToString();
    }

    private static bool IsSecret(ReadOnlySpan<char> word) => word.Length >= 8 && (SecretShapes.Find(word) ?? RandomText.Find(word)) is not null;
}
