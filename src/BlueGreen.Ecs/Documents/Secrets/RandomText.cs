using System.Buffers;
using System.Globalization;
using System.Text;

namespace BlueGreen.Ecs.Documents.Secrets;

/// <summary>
/// Words that are long and random. Mere entropy takes long identifiers for secrets; what sets random words apart is how often a small letter, a digit or a
/// capital is followed by another kind. A small letter after a capital does not count: every word begins like that. Hexadecimal and base-36 words are
/// digests and ids, and pass.
/// </summary>
internal static class RandomText
{
    private const int Shortest = 24;
    private const int Longest = 4096;
    private const int Small = 1;
    private const int Capital = 2;
    private const int Digit = 4;
    private const double LeastBits = 3.8;
    private const double LeastTurns = 0.3;

    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n\"'`,;");
    private static readonly SearchValues<char> NotRandom = SearchValues.Create(".:@$<>{}()[]%*?&#!\\|~^");

    public static SecretSign? Find(ReadOnlySpan<char> text)
    {
        while (text.Length >= Shortest)
        {
            var end = text.IndexOfAny(Ends);
            var word = end < 0 ? text : text[..end];
            if (word.Length >= Shortest && FindInWord(word) is { } sign)
            {
                return sign;
            }

            text = end < 0 ? [] : text[(end + 1)..];
        }

        return null;
    }

    private static SecretSign? FindInWord(ReadOnlySpan<char> word)
    {
        if (word.ContainsAny(NotRandom) || word.StartsWith("sha", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        // NAME=value: the value counts. Equals signs at the end are base64's.
        var sign = word.TrimEnd('=').IndexOf('=');
        word = word[(sign + 1)..];
        word = word.Length > Longest ? word[..Longest] : word;
        if (word.Length < Shortest || !TakesTurns(word) || IsEncodedText(word))
        {
            return null;
        }

        var bits = BitsPerCharacter(word);
        return bits < LeastBits ? null
            : new(SecretSignKind.Entropy, string.Create(CultureInfo.InvariantCulture, $"it is random: {word.Length} characters with {bits:0.0} bits each"));
    }

    private static bool TakesTurns(ReadOnlySpan<char> word)
    {
        var (turns, pairs, kinds, before) = (0, 0, 0, 0);
        foreach (var character in word)
        {
            var kind = char.IsAsciiLetterLower(character) ? Small : char.IsAsciiLetterUpper(character) ? Capital : char.IsAsciiDigit(character) ? Digit : 0;
            if (kind != 0 && before != 0)
            {
                pairs++;
                turns += kind != before && (before, kind) != (Capital, Small) ? 1 : 0;
            }

            kinds |= kind;
            before = kind;
        }

        return kinds == (Small | Capital | Digit) && turns >= pairs * LeastTurns;
    }

    private static double BitsPerCharacter(ReadOnlySpan<char> word)
    {
        Span<int> counts = stackalloc int[128];
        foreach (var character in word)
        {
            counts[character & 127]++;
        }

        var bits = 0.0;
        foreach (var count in counts)
        {
            bits -= count == 0 ? 0 : (double)count / word.Length * Math.Log2((double)count / word.Length);
        }

        return bits;
    }

    // Readable text in base64 is configuration, and a certificate is public.
    private static bool IsEncodedText(ReadOnlySpan<char> word)
    {
        Span<byte> bytes = stackalloc byte[(Longest * 3 / 4) + 3];
        if (word.StartsWith("MII", StringComparison.Ordinal) || !Convert.TryFromBase64Chars(word[..(word.Length / 4 * 4)], bytes, out var count))
        {
            return word.StartsWith("MII", StringComparison.Ordinal);
        }

        return !bytes[..count].ContainsAnyExceptInRange((byte)0x09, (byte)0x7E) && SecretAssignments.Find(Encoding.ASCII.GetString(bytes[..count])) is null;
    }
}
