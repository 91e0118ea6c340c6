using System.Text.Json;

namespace BlueGreen.Ecs.Preflight.Survey;

/// <summary>An image as ECR has it.</summary>
/// <param name="Digest">Its digest.</param>
/// <param name="Platforms">The platforms of an image for several, such as <c>linux/amd64</c>. Default: it is for one, and does not say which.</param>
internal sealed record EcrImage(string Digest, IReadOnlyList<string>? Platforms)
{
    /// <summary>Reads a manifest.</summary>
    /// <param name="digest">The image's digest.</param>
    /// <param name="manifest">The manifest, of an image or of a list of them.</param>
    public static EcrImage Read(string digest, string? manifest)
    {
        try
        {
            using var json = JsonDocument.Parse(string.IsNullOrEmpty(manifest) ? "{}" : manifest);
            return new(digest, json.RootElement.TryGetProperty("manifests", out var list) && list.ValueKind == JsonValueKind.Array
                ? [.. list.EnumerateArray().Select(Platform).OfType<string>()]
                : null);
        }
        catch (JsonException)
        {
            return new(digest, Platforms: null);
        }
    }

    // An attestation stands in a list as of an unknown platform.
    private static string? Platform(JsonElement one) =>
        one.TryGetProperty("platform", out var platform) && platform.TryGetProperty("os", out var os) && platform.TryGetProperty("architecture", out var architecture) && os.GetString() is not "unknown"
            ? $"{os.GetString()}/{architecture.GetString()}"
            : null;
}
