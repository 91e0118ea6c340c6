using System.Buffers;

namespace BlueGreen.Ecs.Documents.Secrets;

/// <summary>A shape that an issuer gives to its secrets: a prefix, and what must follow.</summary>
/// <param name="Prefix">The prefix.</param>
/// <param name="Following">How many characters follow at least.</param>
/// <param name="Characters">Those characters.</param>
/// <param name="Name">What it is, with its article.</param>
internal sealed record SecretShape(string Prefix, int Following, SearchValues<char> Characters, string Name)
{
    /// <summary>Whether the shape stands at that place, and is no part of a longer word.</summary>
    public bool IsAt(ReadOnlySpan<char> text, int place)
    {
        if (!text[place..].StartsWith(Prefix, StringComparison.Ordinal) || (place > 0 && char.IsAsciiLetterOrDigit(text[place - 1])))
        {
            return false;
        }

        var rest = text[(place + Prefix.Length)..];
        var end = rest.IndexOfAnyExcept(Characters);
        return (end < 0 ? rest.Length : end) >= Following;
    }
}
