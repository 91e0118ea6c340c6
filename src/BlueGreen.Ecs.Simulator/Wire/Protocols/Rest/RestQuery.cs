namespace BlueGreen.Ecs.Simulator.Wire.Protocols.Rest;

/// <summary>The query of a URL, decoded, in its order.</summary>
internal static class RestQuery
{
    public static IReadOnlyList<KeyValuePair<string, string>> Of(WireRequest request) =>
    [
        .. request.Query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2))
            .Select(pair => KeyValuePair.Create(Decode(pair[0]), Decode(pair.ElementAtOrDefault(1) ?? string.Empty))),
    ];

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
