using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecr;

/// <summary>The operations on images.</summary>
internal static partial class ImageOperations
{
    private const int DefaultPage = 100;
    private const string DefaultMediaType = "application/vnd.docker.distribution.manifest.v2+json";

    public static JsonObject Put(EcrState state, JsonObject request)
    {
        var repository = Of(state, request);
        var (manifest, tag) = (request.Text("imageManifest")!, request.Text("imageTag"));
        var mediaType = request.Text("imageManifestMediaType") ?? MediaTypeOf(manifest);
        var digest = StoredImage.DigestOf(manifest);
        if (request.Text("imageDigest") is { } given && !string.Equals(given, digest, StringComparison.Ordinal))
        {
            throw new AwsErrorException("ImageDigestDoesNotMatchException", $"The provided imageDigest '{given}' does not match the manifest's, which is '{digest}'");
        }

        var known = repository.Images.GetValueOrDefault(digest);
        if (known is not null && (tag is null || known.Tags.Contains(tag)))
        {
            throw new AwsErrorException("ImageAlreadyExistsException",
                $"Image with digest '{digest}' and tag '{tag}' already exists in the repository with name '{repository.Name}' in registry with id '{repository.Registry}'");
        }

        if (tag is not null && repository.ByTag(tag) is { } holder)
        {
            if (repository.IsImmutable(tag))
            {
                throw new AwsErrorException("ImageTagAlreadyExistsException",
                    $"The image tag '{tag}' already exists in the '{repository.Name}' repository and cannot be overwritten because the tag is immutable.");
            }

            holder.Tags.Remove(tag);
        }

        var image = known ?? new StoredImage(manifest, mediaType, state.Region.World.Now);
        repository.Images.TryAdd(digest, image);
        if (tag is not null)
        {
            image.Tags.Add(tag);
            state.TellPushed(repository.Name, tag);
        }

        if (known is null && repository.ScansOnPush)
        {
            ScanOperations.Begin(state, repository, image);
        }

        return new JsonObject { ["image"] = image.ToImage(repository, tag) };
    }

    public static JsonObject BatchGet(EcrState state, JsonObject request)
    {
        var repository = Of(state, request);
        var (images, failures) = (new JsonArray(), new JsonArray());
        foreach (var id in request.Objects("imageIds"))
        {
            var (image, failure) = Find(repository, id);
            if (image is null)
            {
                failures.Add((JsonNode)failure!);
            }
            else
            {
                images.Add((JsonNode)image.ToImage(repository, id.Text("imageTag")));
            }
        }

        return new JsonObject { ["images"] = images, ["failures"] = failures };
    }

    public static JsonObject Describe(EcrState state, JsonObject request)
    {
        var repository = Of(state, request);
        var ids = request.Objects("imageIds");
        var found = ids.Count == 0
            ? repository.Images.Values.Where(image => HasStatus(image, request))
            : ids.Select(id => Require(repository, id)).Distinct();
        var (page, next) = TokenPaging.Take(found, request.Text("nextToken"), request.Int("maxResults") ?? DefaultPage, "InvalidParameterException");
        return new JsonObject { ["imageDetails"] = page.ToJson(image => image.ToDetail(repository)), ["nextToken"] = next };
    }

    public static JsonObject List(EcrState state, JsonObject request)
    {
        var repository = Of(state, request);
        var ids = repository.Images.Values.Where(image => HasStatus(image, request))
            .SelectMany(image => image.Tags.Count == 0 ? [(image.Digest, Tag: (string?)null)] : image.Tags.Select(tag => (image.Digest, Tag: (string?)tag)));
        var (page, next) = TokenPaging.Take(ids, request.Text("nextToken"), request.Int("maxResults") ?? DefaultPage, "InvalidParameterException");
        return new JsonObject { ["imageIds"] = page.ToJson(id => Id(id.Digest, id.Tag)), ["nextToken"] = next };
    }

    public static JsonObject BatchDelete(EcrState state, JsonObject request)
    {
        var repository = Of(state, request);
        var (deleted, failures) = (new JsonArray(), new JsonArray());
        foreach (var id in request.Objects("imageIds"))
        {
            var (image, failure) = Find(repository, id);
            if (image is null)
            {
                failures.Add((JsonNode)failure!);
                continue;
            }

            if (id.Text("imageDigest") is { } digest && repository.Images.Values.Any(other => other != image && other.Names(digest)))
            {
                failures.Add((JsonNode)new JsonObject
                {
                    ["imageId"] = id.DeepClone(),
                    ["failureCode"] = "ImageReferencedByManifestList",
                    ["failureReason"] = "Requested image referenced by manifest list",
                });
                continue;
            }

            // By tag only the tag goes, and the image with its last one.
            var tags = id.Text("imageDigest") is null ? [id.Text("imageTag")!] : image.Tags.ToList();
            image.Tags.ExceptWith(tags);
            if (image.Tags.Count == 0)
            {
                repository.Images.Remove(image.Digest);
            }

            foreach (var tag in tags.DefaultIfEmpty())
            {
                deleted.Add((JsonNode)Id(image.Digest, tag));
            }
        }

        return new JsonObject { ["imageIds"] = deleted, ["failures"] = failures };
    }

    /// <exception cref="AwsErrorException">There is no such image.</exception>
    public static StoredImage Require(Repository repository, JsonObject id) => Find(repository, id).Image ?? throw NotFound(repository, id);

    private static Repository Of(EcrState state, JsonObject request) => state.Repository(request.Text("repositoryName")!);

    private static JsonObject Id(string digest, string? tag) => new() { ["imageDigest"] = digest, ["imageTag"] = tag };

    private static (StoredImage? Image, JsonObject? Failure) Find(Repository repository, JsonObject id)
    {
        var (digest, tag) = (id.Text("imageDigest"), id.Text("imageTag"));
        var image = digest is not null ? repository.Images.GetValueOrDefault(digest) : tag is not null ? repository.ByTag(tag) : null;
        return (image, digest, tag) switch
        {
            (_, null, null) => Failure("MissingDigestAndTag", "Invalid request parameters: both tag and digest cannot be null"),
            (_, not null, _) when !DigestPattern().IsMatch(digest) => Failure("InvalidImageDigest", "Invalid request parameters: image digest should satisfy the regex '[a-zA-Z0-9-_+.]+:[a-fA-F0-9]+'"),
            (null, _, _) => Failure("ImageNotFound", "Requested image not found"),
            (_, not null, not null) when !image.Tags.Contains(tag) => Failure("ImageTagDoesNotMatchDigest", "Requested image tag does not match the digest"),
            _ => (image, null),
        };

        (StoredImage?, JsonObject?) Failure(string code, string reason) =>
            (null, new JsonObject { ["imageId"] = id.DeepClone(), ["failureCode"] = code, ["failureReason"] = reason });
    }

    private static AwsErrorException NotFound(Repository repository, JsonObject id)
    {
        var (digest, tag) = (id.Text("imageDigest"), id.Text("imageTag"));
        return new AwsErrorException("ImageNotFoundException",
            $"The image with imageId {{imageDigest:'{digest ?? "null"}', imageTag:'{tag ?? "null"}'}} does not exist within the repository with name '{repository.Name}' in the registry with id '{repository.Registry}'");
    }

    /// <returns>Whether an image is tagged, or not, as the request's filter says.</returns>
    public static bool HasStatus(StoredImage image, JsonObject request) => request.Object("filter")?.Text("tagStatus") switch
    {
        "TAGGED" => image.Tags.Count > 0,
        "UNTAGGED" => image.Tags.Count == 0,
        _ => true,
    };

    private static string MediaTypeOf(string manifest)
    {
        try
        {
            return (JsonNode.Parse(manifest) as JsonObject ?? throw InvalidManifest()).Text("mediaType", DefaultMediaType);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw InvalidManifest();
        }
    }

    private static AwsErrorException InvalidManifest() =>
        new("InvalidParameterException", "Invalid parameter at 'ImageManifest' failed to satisfy constraint: 'Invalid JSON syntax'");

    [GeneratedRegex("^[a-zA-Z0-9-_+.]+:[a-fA-F0-9]+$", RegexOptions.None, 1000)]
    private static partial Regex DigestPattern();
}
