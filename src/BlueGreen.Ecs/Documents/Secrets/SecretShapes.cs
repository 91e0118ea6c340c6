using System.Buffers;

namespace BlueGreen.Ecs.Documents.Secrets;

/// <summary>The shapes of secrets that give themselves away wherever they stand.</summary>
internal static class SecretShapes
{
    private const string Digits = "0123456789";
    private const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Letters = $"{Upper}abcdefghijklmnopqrstuvwxyz";

    private static readonly SearchValues<char> UpperAndDigits = SearchValues.Create(Upper + Digits);
    private static readonly SearchValues<char> Alphanumeric = SearchValues.Create(Letters + Digits);
    private static readonly SearchValues<char> Wide = SearchValues.Create(Letters + Digits + "_-");
    private static readonly SearchValues<char> Dotted = SearchValues.Create(Letters + Digits + "_-.");
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

    private static readonly SearchValues<string> Prefixes = SearchValues.Create([.. All.Select(shape => shape.Prefix), "eyJ", "://"], StringComparison.Ordinal);

    public static SecretSign? Find(ReadOnlySpan<char> text)
    {
        for (var place = text.IndexOfAny(Prefixes); place >= 0;)
        {
            if (At(text, place) is { } name)
            {
                return new(SecretSignKind.Shape, $"it has the shape of {name}");
            }

            var next = text[(place + 1)..].IndexOfAny(Prefixes);
            place = next < 0 ? -1 : place + 1 + next;
        }

        return null;
    }

    private static string? At(ReadOnlySpan<char> text, int place)
    {
        var rest = text[place..];
        if (rest.StartsWith("eyJ", StringComparison.Ordinal))
        {
            return IsWebToken(rest) ? "a JSON web token" : null;
        }

        if (rest.StartsWith("://", StringComparison.Ordinal))
        {
            return HasPassword(rest[3..]) ? "a URL with a password" : null;
        }

        foreach (var shape in All)
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
        var end = text.IndexOfAnyExcept(Dotted);
        text = end < 0 ? text : text[..end];
        var dot = text.IndexOf('.');
        return dot > 8 && text[(dot + 1)..].StartsWith("eyJ", StringComparison.Ordinal) && text[(dot + 1)..].Contains('.');
    }

    // user:password@host; a password that is filled in elsewhere is none.
    private static bool HasPassword(ReadOnlySpan<char> afterScheme)
    {
        var end = afterScheme.IndexOfAny("/?# \t\r\n\"'");
        var authority = end < 0 ? afterScheme : afterScheme[..end];
        var at = authority.LastIndexOf('@');
        var colon = at < 0 ? -1 : authority[..at].IndexOf(':');
        return colon >= 0 && !HarmlessValue.Is(authority[(colon + 1)..at]);
    }
}
