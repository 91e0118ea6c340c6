using System.Buffers;

namespace BlueGreen.Ecs.Documents.Secrets;

/// <summary>The shapes of secrets that give themselves away wherever they stand.</summary>
internal static class SecretShapes
{
    private const int LongestToken = 4096;
    private const string Digits = "0123456789";
    private const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Letters = $"{Upper}abcdefghijklmnopqrstuvwxyz";

    private static readonly SearchValues<char> UpperAndDigits = SearchValues.Create(Upper + Digits);
    private static readonly SearchValues<char> Alphanumeric = SearchValues.Create(Letters + Digits);
    private static readonly SearchValues<char> Wide = SearchValues.Create(Letters + Digits + "_-");
    private static readonly SearchValues<char> Dotted = SearchValues.Create(Letters + Digits + "_-.");
    private static readonly SearchValues<char> AuthorityEnds = SearchValues.Create("/?# \t\r\n\"'");
    private static readonly SearchValues<char> Any = SearchValues.Create(Letters + Digits + "_-./+= ");

    private static readonly SecretShape[] All =
    [
        new("AKIA", 16, UpperAndDigits, "an AWS access key id"),
        new("ASIA", 16, UpperAndDigits, "an AWS access key id"),
        new("ghp_", 30, Alphanumeric, "a GitHub token"),
        new("gho_", 30, Alphanumeric, "a GitHub token"),
        new("ghu_", 30, Alphanumeric, "a GitHub token"),
        new("ghs_", 30, Alphanumeric, "a GitHub token"),
        new("ghr_", 30, Alphanumeric, "a GitHub token"),
        new("github_pat_", 20, Wide, "a GitHub token"),
        new("glpat-", 20, Wide, "a GitLab token"),
        new("xoxb-", 20, Wide, "a Slack token"),
        new("xoxp-", 20, Wide, "a Slack token"),
        new("xoxa-", 20, Wide, "a Slack token"),
        new("xoxr-", 20, Wide, "a Slack token"),
        new("xoxs-", 20, Wide, "a Slack token"),
        new("xapp-", 20, Wide, "a Slack token"),
        new("hooks.slack.com/services/T", 20, Any, "a Slack webhook"),
        new("sk_live_", 16, Alphanumeric, "a Stripe key"),
        new("sk_test_", 16, Alphanumeric, "a Stripe key"),
        new("rk_live_", 16, Alphanumeric, "a Stripe key"),
        new("rk_test_", 16, Alphanumeric, "a Stripe key"),
        new("whsec_", 24, Any, "a webhook's signing secret"),
        new("AIza", 35, Wide, "a Google API key"),
        new("GOCSPX-", 20, Wide, "a Google client secret"),
        new("ya29.", 20, Wide, "a Google access token"),
        new("npm_", 36, Alphanumeric, "an npm token"),
        new("pypi-AgE", 16, Wide, "a PyPI token"),
        new("dckr_pat_", 20, Wide, "a Docker Hub token"),
        new("SG.", 40, Dotted, "a SendGrid key"),
        new("dop_v1_", 32, Alphanumeric, "a DigitalOcean token"),
        new("shpat_", 32, Alphanumeric, "a Shopify token"),
        new("sk-proj-", 20, Wide, "an OpenAI key"),
        new("sk-svcacct-", 20, Wide, "an OpenAI key"),
        new("sk-ant-", 20, Wide, "an Anthropic key"),
        new("sk-", 40, Alphanumeric, "an OpenAI key"),
        new("hf_", 30, Alphanumeric, "a Hugging Face token"),
        new("hvs.", 20, Wide, "a Vault token"),
        new("glsa_", 30, Wide, "a Grafana token"),
        new("NRAK-", 20, UpperAndDigits, "a New Relic key"),
        new("AGE-SECRET-KEY-1", 50, UpperAndDigits, "an age key"),
        new("-----BEGIN PRIVATE KEY", 0, Any, "a private key"),
        new("-----BEGIN RSA PRIVATE KEY", 0, Any, "a private key"),
        new("-----BEGIN EC PRIVATE KEY", 0, Any, "a private key"),
        new("-----BEGIN DSA PRIVATE KEY", 0, Any, "a private key"),
        new("-----BEGIN OPENSSH PRIVATE KEY", 0, Any, "a private key"),
        new("-----BEGIN ENCRYPTED PRIVATE KEY", 0, Any, "a private key"),
        new("-----BEGIN PGP PRIVATE KEY", 0, Any, "a private key"),
    ];

    private static readonly SecretShape[]?[] ByFirst = [.. Enumerable.Range(0, 128).Select(first => All.Where(shape => shape.Prefix[0] == first).ToArray() is { Length: > 0 } some ? some : null)];

    public static SecretSign? Find(ReadOnlySpan<char> text)
    {
        var isInWord = false;
        for (var place = 0; place < text.Length; place++)
        {
            var here = text[place];
            if (!isInWord && here < ByFirst.Length && ((here == 'e' && IsWebToken(text[place..])) ? "a JSON web token" : At(text, place, ByFirst[here])) is { } name)
            {
                return Found(name);
            }

            isInWord = char.IsAsciiLetterOrDigit(here);
        }

        return HasPassword(text) ? Found("a URL with a password") : null;
    }

    private static SecretSign Found(string name) => new(SecretSignKind.Shape, $"it has the shape of {name}");

    private static string? At(ReadOnlySpan<char> text, int place, SecretShape[]? shapes)
    {
        foreach (var shape in shapes ?? [])
        {
            if (shape.IsAt(text, place))
            {
                return shape.Name;
            }
        }

        return null;
    }

    // header.payload.signature, the first two JSON objects in base64.
    private static bool IsWebToken(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith("eyJ", StringComparison.Ordinal))
        {
            return false;
        }

        text = text[..Math.Min(text.Length, LongestToken)];
        var end = text.IndexOfAnyExcept(Dotted);
        text = end < 0 ? text : text[..end];
        var dot = text.IndexOf('.');
        return dot > 8 && text[(dot + 1)..].StartsWith("eyJ", StringComparison.Ordinal) && text[(dot + 1)..].Contains('.');
    }

    // scheme://user:password@host; a password that is filled in elsewhere is none.
    private static bool HasPassword(ReadOnlySpan<char> text)
    {
        for (var place = text.IndexOf("://", StringComparison.Ordinal); place >= 0; place = text.IndexOf("://", StringComparison.Ordinal))
        {
            text = text[(place + 3)..];
            var end = text.IndexOfAny(AuthorityEnds);
            var authority = end < 0 ? text : text[..end];
            var at = authority.LastIndexOf('@');
            var colon = at < 0 ? -1 : authority[..at].IndexOf(':');
            if (colon >= 0 && !HarmlessValue.Is(authority[(colon + 1)..at]))
            {
                return true;
            }
        }

        return false;
    }
}
