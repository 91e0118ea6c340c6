using System.Collections.Frozen;

namespace BlueGreen.Ecs.Documents.Secrets;

/// <summary>Tells names of secrets from names that only speak of one: <c>DB_PASSWORD</c> from <c>PASSWORD_FILE</c>.</summary>
internal static class SecretName
{
    private const int LongestName = 128;

    private static readonly FrozenSet<string> Secrets = FrozenSet.Create(
        StringComparer.Ordinal, "password", "passwd", "pwd", "pass", "passphrase", "passcode", "secret", "token", "apikey", "accesskey", "secretkey", "privatekey", "credential", "credentials", "authorization");

    // What may be written on: "dbpassword", "clientsecret".
    private static readonly string[] Endings = ["password", "passwd", "passphrase", "secret", "token", "apikey", "accesskey", "secretkey", "privatekey", "pwd"];

    private static readonly FrozenSet<string> BeforeKey = FrozenSet.Create(
        StringComparer.Ordinal, "api", "access", "secret", "private", "signing", "sign", "encryption", "encrypt", "master", "account", "app", "auth", "deploy", "ssh", "shared", "license", "admin", "hmac", "aes", "cipher", "cookie");

    // The last word of what describes a secret without being one.
    private static readonly FrozenSet<string> Descriptions = FrozenSet.Create(
        StringComparer.Ordinal, "name", "arn", "id", "ids", "url", "uri", "urls", "endpoint", "file", "filename", "path", "dir", "directory", "location", "region", "version", "type", "kind", "length", "size", "ttl", "age", "expiry", "expires", "expiration", "expire", "in", "timeout", "lifetime", "duration", "interval", "seconds", "minutes", "hours", "days", "ms", "algorithm", "algo", "alg", "issuer", "audience", "header", "prefix", "suffix", "policy", "enabled", "disabled", "required", "rotation", "count", "limit", "max", "min", "field", "format", "provider", "manager", "store", "mode", "alias", "ref", "reference", "from", "host", "port", "scope", "method", "hint", "attempts", "retries", "regex", "pattern", "stdin", "prompt", "command", "cmd", "param", "parameter", "label", "bucket", "env", "spec", "specs", "source", "service", "validation", "strength", "options", "config", "hash", "digest", "checksum", "sha", "sha1", "sha256", "fingerprint", "etag", "integrity", "commit");

    private static readonly FrozenSet<string> Public = FrozenSet.Create(StringComparer.Ordinal, "public", "publishable");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SecretWords = Secrets.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> KeyWords = BeforeKey.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> DescribingWords = Descriptions.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PublicWords = Public.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether what stands under the name is a secret, going by its words: at underscores, hyphens, dots and changes of capitals.</summary>
    public static bool IsSecret(ReadOnlySpan<char> name)
    {
        Span<char> buffer = stackalloc char[LongestName * 2];
        var words = buffer[..Spread(name, buffer)];
        var found = false;
        scoped ReadOnlySpan<char> last = default;
        foreach (var range in MemoryExtensions.Split(words, '_'))
        {
            ReadOnlySpan<char> word = words[range];
            if (word.IsEmpty)
            {
                continue;
            }

            if (PublicWords.Contains(word))
            {
                return false;
            }

            found |= IsSecretWord(word) || (word is "key" && KeyWords.Contains(last));
            last = word;
        }

        return found && !DescribingWords.Contains(last);
    }

    /// <summary>Whether what stands under the name is random by its nature and no secret: an id, a digest.</summary>
    public static bool IsDescription(ReadOnlySpan<char> name)
    {
        Span<char> buffer = stackalloc char[LongestName * 2];
        ReadOnlySpan<char> words = buffer[..Spread(name, buffer)];
        words = words.TrimEnd('_');
        return DescribingWords.Contains(words[(words.LastIndexOf('_') + 1)..]);
    }

    // "pass" and "pwd" are words of their own; PWD alone is the shell's working directory, whose value is a path.
    private static bool IsSecretWord(ReadOnlySpan<char> word)
    {
        if (SecretWords.Contains(word))
        {
            return true;
        }

        foreach (var ending in Endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    // Lower case, with an underscore wherever a word begins.
    private static int Spread(ReadOnlySpan<char> name, Span<char> words)
    {
        var length = 0;
        name = name.Length > LongestName ? name[^LongestName..] : name;
        for (var i = 0; i < name.Length; i++)
        {
            var here = name[i];
            if (!char.IsAsciiLetterOrDigit(here))
            {
                words[length++] = '_';
                continue;
            }

            if (i > 0 && char.IsAsciiLetterUpper(here) && (char.IsAsciiLetterLower(name[i - 1]) || (char.IsAsciiLetterUpper(name[i - 1]) && i + 1 < name.Length && char.IsAsciiLetterLower(name[i + 1]))))
            {
                words[length++] = '_';
            }

            words[length++] = char.ToLowerInvariant(here);
        }

        return length;
    }
}
