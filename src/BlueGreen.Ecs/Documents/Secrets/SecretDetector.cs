namespace BlueGreen.Ecs.Documents.Secrets;

/// <summary>
/// Tells plain-text secrets from ordinary values: by the shapes that issuers give to theirs, by the name under which a value stands, and by randomness.
/// Pure; looks at each character a few times, and uses no regular expressions.
/// </summary>
internal static class SecretDetector
{
    private const int Shortest = 8;

    /// <summary>Why the value under that name looks like a secret; <see langword="null"/> when it does not.</summary>
    public static SecretSign? Find(string name, string value)
    {
        if (value.Length >= Shortest && SecretShapes.Find(value) is { } shape)
        {
            return shape;
        }

        if (SecretName.IsSecret(name))
        {
            return HarmlessValue.Is(value) ? null : new(SecretSignKind.Name, $"its name says so, and the value is {(Guid.TryParse(value, out _) ? "a UUID, which" : "one that")} names nothing else");
        }

        return value.Length < Shortest ? null
            : SecretAssignments.Find(value) ?? (RandomText.Find(value) is { } random && !SecretName.IsDescription(name) ? random : null);
    }

    /// <summary>Why a text that has no name holds a secret, such as a command; <see langword="null"/> when it does not.</summary>
    public static SecretSign? FindInText(string text) => text.Length < Shortest ? null
        : SecretShapes.Find(text) ?? SecretAssignments.Find(text) ?? RandomText.Find(text);

    /// <summary>The words of a command that hold a secret: by themselves, or because the option before them says so.</summary>
    public static IEnumerable<(int Index, SecretSign Sign)> FindInWords(IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var isOptionsValue = i > 0 && SecretAssignments.IsSecretOption(words[i - 1]) && !words[i].StartsWith('-');
            if ((isOptionsValue && !HarmlessValue.Is(words[i]) ? SecretAssignments.Named(words[i - 1].TrimStart('-')) : FindInText(words[i])) is { } sign)
            {
                yield return (i, sign);
            }
        }
    }
}
