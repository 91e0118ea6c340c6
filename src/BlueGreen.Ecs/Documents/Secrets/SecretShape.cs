using System.Buffers;

namespace BlueGreen.Ecs.Documents.Secrets;

/// <summary>A shape that an issuer gives to its secrets: a prefix, and what must follow.</summary>
/// <param name="Prefix">The prefix.</param>
/// <param name="Following">How many characters follow at least.</param>
/// <param name="Characters">Those characters.</param>
/// <param name="Name">What it is, with its article.</param>
internal sealed record SecretShape(string Prefix, int Following, SearchValues<char> Characters, string Name)
{
    /// <summary>Whether the shape stands at that place.</summary>
    public bool IsAt(ReadOnlySpan<char> text, int place)
    {
        var rest = text[place..];
        return rest.Length >= Prefix.Length + Following
            && rest.StartsWith(Prefix, StringComparison.Ordinal)
            && !rest.Slice(Prefix.Length, Following).ContainsAnyExcept(Characters);
    }
}
