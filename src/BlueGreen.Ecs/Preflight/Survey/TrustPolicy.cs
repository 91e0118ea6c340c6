using System.Text.Json;

namespace BlueGreen.Ecs.Preflight.Survey;

/// <summary>Which services may take on a role. Conditions are not weighed.</summary>
/// <param name="Services">The services that are named.</param>
internal sealed record TrustPolicy(IReadOnlyList<string> Services)
{
    public bool Admits(string service) => Services.Contains(service, StringComparer.Ordinal) || Services.Contains("*", StringComparer.Ordinal);

    /// <returns>The policy, or <see langword="null"/> when it cannot be read.</returns>
    public static TrustPolicy? Read(string? document)
    {
        if (string.IsNullOrEmpty(document))
        {
            return null;
        }

        try
        {
            // IAM answers with the document URL-encoded.
            using var json = JsonDocument.Parse(Uri.UnescapeDataString(document));
            return new([.. Items(json.RootElement, "Statement").Where(Allows).SelectMany(Principals)]);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool Allows(JsonElement statement) => statement.TryGetProperty("Effect", out var effect) && effect.ValueEquals("Allow")
        && Items(statement, "Action").Any(action => action.GetString() is "sts:AssumeRole" or "sts:*" or "*");

    private static IEnumerable<string> Principals(JsonElement statement) => !statement.TryGetProperty("Principal", out var principal) ? []
        : principal.ValueKind == JsonValueKind.String ? [principal.GetString()!]
        : Items(principal, "Service").Select(service => service.GetString()!);

    // What may stand alone may stand in a list.
    private static IEnumerable<JsonElement> Items(JsonElement parent, string name) => !parent.TryGetProperty(name, out var items) ? []
        : items.ValueKind == JsonValueKind.Array ? [.. items.EnumerateArray()] : [items];
}
