using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecr;

/// <summary>An image that was pushed. Its digest is the SHA-256 of its manifest, as in any registry.</summary>
internal sealed class StoredImage(string manifest, string mediaType, DateTimeOffset pushed)
{
    public DateTimeOffset Pushed { get; } = pushed;

    public string Digest { get; } = DigestOf(manifest);

    public SortedSet<string> Tags { get; } = new(StringComparer.Ordinal);

    /// <summary>The last scan, if there was one.</summary>
    public ImageScan? Scan { get; set; }

    /// <returns>Whether the manifest names a layer, or another manifest, by its digest.</returns>
    public bool Names(string digest) => manifest.Contains($"\"{digest}\"", StringComparison.Ordinal);

    /// <summary>The platforms that a list of manifests has, such as <c>linux/amd64</c>; none for a single image, and for a list that names no platform.</summary>
    public IReadOnlyList<string>? Platforms { get; } = PlatformsOf(manifest);

    /// <summary>What the manifest says that the image's parts hold together.</summary>
    public long Size { get; } = SizeOf(manifest);

    public static string DigestOf(string manifest) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(manifest)));

    public JsonObject ToDetail(Repository repository) => new()
    {
        ["registryId"] = repository.Registry,
        ["repositoryName"] = repository.Name,
        ["imageDigest"] = Digest,
        ["imageTags"] = Tags.Count == 0 ? null : Tags.ToJson(tag => JsonValue.Create(tag)),
        ["imageSizeInBytes"] = Size,
        ["imagePushedAt"] = Pushed.EpochSeconds(),
        ["imageManifestMediaType"] = mediaType,
        ["imageStatus"] = "ACTIVE",
    };

    public JsonObject ToImage(Repository repository, string? tag) => new()
    {
        ["registryId"] = repository.Registry,
        ["repositoryName"] = repository.Name,
        ["imageId"] = new JsonObject { ["imageDigest"] = Digest, ["imageTag"] = tag },
        ["imageManifest"] = manifest,
        ["imageManifestMediaType"] = mediaType,
    };

    private static List<string>? PlatformsOf(string manifest)
    {
        using var document = JsonDocument.Parse(manifest);
        if (!document.RootElement.TryGetProperty("manifests", out var parts) || parts.ValueKind is not JsonValueKind.Array)
        {
            return null;
        }

        var platforms = parts.EnumerateArray()
            .Where(part => part.ValueKind is JsonValueKind.Object && part.TryGetProperty("platform", out var platform) && platform.ValueKind is JsonValueKind.Object)
            .Select(part => part.GetProperty("platform"))
            .Select(platform => $"{Member(platform, "os")}/{Member(platform, "architecture")}")
            .ToList();
        return platforms.Count == 0 ? null : platforms;

        static string? Member(JsonElement platform, string name) => platform.TryGetProperty(name, out var value) ? value.ToString() : null;
    }

    private static long SizeOf(string manifest)
    {
        using var document = JsonDocument.Parse(manifest);
        var root = document.RootElement;
        var size = root.TryGetProperty("config", out var config) ? SizeMember(config) : 0;
        foreach (var member in (string[])["layers", "manifests"])
        {
            if (root.TryGetProperty(member, out var parts) && parts.ValueKind is JsonValueKind.Array)
            {
                size += parts.EnumerateArray().Sum(SizeMember);
            }
        }

        return size;
    }

    private static long SizeMember(JsonElement part) =>
        part.ValueKind is JsonValueKind.Object && part.TryGetProperty("size", out var size) && size.TryGetInt64(out var bytes) ? bytes : 0;
}
