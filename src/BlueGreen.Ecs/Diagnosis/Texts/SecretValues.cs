using System.Collections.Frozen;
using System.Text;
using BlueGreen.Ecs.Documents.Secrets;

namespace BlueGreen.Ecs.Diagnosis.Texts;

/// <summary>Masks values that stand under the name of a secret: <c>password=…</c>, <c>"token": "…"</c>, <c>Pwd=…;</c> of a connection string.</summary>
internal static class SecretValues
{
    private const int LongestName = 64;
    private const string Quotes = "\\\"'";

    // Not secret in a document, where they stand for something else; in what a program wrote they are.
    private static readonly FrozenSet<string> Signatures = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "signature", "x-amz-signature", "sig", "sessionid", "jsessionid");

    private static readonly string[] Schemes = ["Bearer", "Basic", "Token"];

    public static string Mask(string text)
    {
        var masked = new StringBuilder(text.Length);
        var done = 0;
        for (var place = text.IndexOfAny(['=', ':']); place >= 0; place = place + 1 < text.Length ? text.IndexOfAny(['=', ':'], place + 1) : -1)
        {
            if (place < done || !IsAssignment(text, place))
            {
                continue;
            }

            var (start, end) = ValueAt(text, place);
            if (end > start && !IsHarmless(text.AsSpan(start, end - start)))
            {
                masked.Append(text, done, start - done).Append(LineMask.Mask);
                done = end;
            }
        }

        return done == 0 ? text : masked.Append(text, done, text.Length - done).ToString();
    }

    private static bool IsAssignment(string text, int place)
    {
        var before = text.AsSpan(0, place);
        var trimmed = before.TrimEnd("\\\"' ");
        var start = trimmed.Length;
        while (start > 0 && trimmed.Length - start <= LongestName && (char.IsAsciiLetterOrDigit(trimmed[start - 1]) || trimmed[start - 1] is '_' or '-' or '.'))
        {
            start--;
        }

        var name = trimmed[start..].TrimStart('-');
        return name.Length is > 0 and <= LongestName && (SecretName.IsSecret(name) || Signatures.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name))
            && !IsInsideArn(before);
    }

    // arn:aws:secretsmanager:eu-west-1:123456789012:secret:name names a secret, and holds none.
    private static bool IsInsideArn(ReadOnlySpan<char> before) => before[(before.LastIndexOf(' ') + 1)..].Contains("arn:", StringComparison.Ordinal);

    private static (int Start, int End) ValueAt(string text, int place)
    {
        var start = place + 1;
        while (start < text.Length && text[start] is ' ' or '=' or ':')
        {
            start++;
        }

        var opening = start;
        while (start < text.Length && Quotes.Contains(text[start], StringComparison.Ordinal))
        {
            start++;
        }

        if (start > opening)
        {
            return (start, EndOfQuoted(text, start, text[start - 1]));
        }

        foreach (var scheme in Schemes)
        {
            if (text.AsSpan(start).StartsWith($"{scheme} ", StringComparison.OrdinalIgnoreCase))
            {
                start += scheme.Length + 1;
            }
        }

        // Values of a connection string may hold anything but a semicolon.
        var end = text.IndexOf(';', start);
        var isConnection = end >= 0 || text.AsSpan(0, place).Contains(';');
        end = isConnection ? end : text.AsSpan(start).IndexOfAny(" ,&\"'") is >= 0 and var found ? start + found : -1;
        return (start, end < 0 ? text.Length : end);
    }

    private static int EndOfQuoted(string text, int start, char quote)
    {
        var end = start;
        while (end < text.Length && (text[end] != quote || IsEscaped(text, start, end)))
        {
            end++;
        }

        return end > start && end < text.Length && text[end - 1] == '\\' ? end - 1 : end;
    }

    // In JSON that is itself a string of JSON the closing quote is escaped as well; then nothing but more syntax follows it.
    private static bool IsEscaped(string text, int start, int end) =>
        end > start && text[end - 1] == '\\' && end + 1 < text.Length && text[end + 1] is not (',' or '}' or ']' or ' ' or '\\');

    private static bool IsHarmless(ReadOnlySpan<char> value)
    {
        value = value.Trim("\"'\\ ");
        return value.Length <= 1 || !value.ContainsAnyExcept(value[0]) || value.StartsWith("arn:", StringComparison.Ordinal)
            || value is "true" or "false" or "null" or "none";
    }
}
