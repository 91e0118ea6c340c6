namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>The parts of an image's name.</summary>
/// <param name="Registry">The registry's host. Default: none, which means Docker Hub.</param>
/// <param name="Repository">The repository in the registry.</param>
/// <param name="Tag">The tag. Default: none.</param>
/// <param name="Digest">The digest that says exactly which image it is. Default: none.</param>
/// <param name="Mistake">Why it can be no image. Default: nothing is wrong.</param>
internal readonly record struct ImageName(string? Registry, string Repository, string? Tag, string? Digest, string? Mistake)
{
    private const string DigestStart = "sha256:";
    private const int DigestLength = 64;
    private const int LongestTag = 128;

    public bool HasDigest => Digest is not null;

    /// <summary>Whether the image comes from Docker Hub.</summary>
    public bool IsOfDockerHub => Registry is null or "docker.io" or "index.docker.io" or "registry-1.docker.io";

    /// <summary>Whether the image comes from a private repository of ECR.</summary>
    public bool IsOfEcr => Registry is { } host && host.Contains(".dkr.ecr", StringComparison.Ordinal) && host.Contains(".amazonaws.", StringComparison.Ordinal);

    public static ImageName Parse(string image)
    {
        var digest = image.IndexOf('@', StringComparison.Ordinal);
        var named = digest < 0 ? image : image[..digest];
        var slash = named.IndexOf('/', StringComparison.Ordinal);
        var registry = slash > 0 && IsHost(named.AsSpan(0, slash)) ? named[..slash] : null;
        var repository = registry is null ? named.AsSpan() : named.AsSpan(slash + 1);
        var colon = repository.LastIndexOf(':');
        var tag = colon < 0 ? null : repository[(colon + 1)..].ToString();
        repository = colon < 0 ? repository : repository[..colon];
        var mistake = RepositoryMistake(repository) ?? TagMistake(tag) ?? (digest < 0 ? null : DigestMistake(image.AsSpan(digest + 1)));
        return new(registry, repository.ToString(), tag, digest < 0 ? null : image[(digest + 1)..], mistake);
    }

    // Docker's rule: what stands before the first slash is a host when it could be no part of a repository of Docker Hub.
    private static bool IsHost(ReadOnlySpan<char> text) => text.IndexOfAny('.', ':') >= 0 || text is "localhost";

    private static string? RepositoryMistake(ReadOnlySpan<char> repository)
    {
        if (repository.IsEmpty || repository[0] == '/' || repository[^1] == '/' || repository.IndexOf("//", StringComparison.Ordinal) >= 0)
        {
            return "the repository, or a part of it between two slashes, is empty.";
        }

        foreach (var c in repository)
        {
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c is not ('.' or '_' or '-' or '/'))
            {
                return $"a repository has small letters, digits, '.', '_', '-' and '/', and no {StrayCharacters.Describe(c)}.";
            }
        }

        return null;
    }

    private static string? TagMistake(string? tag)
    {
        if (tag is null)
        {
            return null;
        }

        if (tag.Length is 0 or > LongestTag || tag[0] is '.' or '-')
        {
            return "a tag has 1 to 128 characters and begins with a letter, a digit or '_'.";
        }

        foreach (var c in tag)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '_' or '-'))
            {
                return $"a tag has letters, digits, '.', '_' and '-', and no {StrayCharacters.Describe(c)}.";
            }
        }

        return null;
    }

    private static string? DigestMistake(ReadOnlySpan<char> digest)
    {
        var isOne = digest.StartsWith(DigestStart, StringComparison.Ordinal) && digest.Length == DigestStart.Length + DigestLength;
        for (var i = DigestStart.Length; isOne && i < digest.Length; i++)
        {
            isOne = char.IsAsciiHexDigitLower(digest[i]);
        }

        return isOne ? null : "a digest is sha256: and 64 digits of 0 to 9 and a to f.";
    }
}
