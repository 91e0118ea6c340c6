using BlueGreen.Ecs.Documents.Secrets;

namespace BlueGreen.Ecs;

/// <summary>What a verdict shows of addresses and bodies: one line each, and nothing that could be a secret.</summary>
internal static class HttpProbeText
{
    private const int Longest = 120;

    /// <summary>The address without user, fragment, and the values of its query.</summary>
    public static string Shown(Uri address)
    {
        var names = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2) is [var name, _] ? $"{name}=…" : "…").ToList();
        return $"{address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)}{(names.Count > 0 ? $"?{string.Join('&', names)}" : string.Empty)}";
    }

    /// <summary>The first line that says something, at most 120 characters of it.</summary>
    public static string OneLine(string text)
    {
        var line = text.AsSpan().TrimStart();
        line = line[..(line.IndexOfAny('\r', '\n') is >= 0 and var end ? end : line.Length)];
        var plain = string.Concat(line[..Math.Min(line.Length, Longest)].ToString().Where(c => !char.IsControl(c))).TrimEnd();
        return SecretDetector.FindInText(line.ToString()) is null ? $"{plain}{(line.Length > Longest ? "…" : string.Empty)}" : "(not shown: it looks like a secret)";
    }
}
