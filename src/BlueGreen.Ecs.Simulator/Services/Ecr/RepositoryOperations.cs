using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecr;

/// <summary>The operations on repositories and the registry.</summary>
internal static partial class RepositoryOperations
{
    private const int DefaultPage = 100;
    private static readonly TimeSpan TokenLife = TimeSpan.FromHours(12);

    public static JsonObject Create(EcrState state, JsonObject request)
    {
        var (name, region) = (request.Text("repositoryName")!, state.Region);
        if (!NamePattern().IsMatch(name))
        {
            throw new AwsErrorException("InvalidParameterException",
                $"Invalid parameter at 'repositoryName' failed to satisfy constraint: 'must satisfy regular expression '{NamePattern()}''");
        }

        if (state.Repositories.ContainsKey(name))
        {
            throw new AwsErrorException("RepositoryAlreadyExistsException",
                $"The repository with name '{name}' already exists in the registry with id '{region.World.Account}'");
        }

        var uri = $"{region.World.Account}.dkr.ecr.{region.Name}.amazonaws.com/{name}";
        var repository = new Repository(region.Arn("ecr", $"repository/{name}"), name, region.World.Account, uri, region.World.Now)
        {
            TagMutability = request.Text("imageTagMutability", "MUTABLE"),
            ExclusionFilters = request["imageTagMutabilityExclusionFilters"]?.DeepClone().AsArray(),
            ScanningConfiguration = request["imageScanningConfiguration"]?.DeepClone(),
            EncryptionConfiguration = request["encryptionConfiguration"]?.DeepClone(),
        };
        TagList.Add(repository.Tags, request.Objects("tags"));
        state.Repositories.Add(name, repository);
        return Answer(repository);
    }

    public static JsonObject Describe(EcrState state, JsonObject request)
    {
        var names = request.Texts("repositoryNames");
        var found = names.Count == 0 ? state.Repositories.Values : names.Select(state.Repository);
        var (page, next) = TokenPaging.Take(found, request.Text("nextToken"), request.Int("maxResults") ?? DefaultPage, "InvalidParameterException");
        return new JsonObject { ["repositories"] = page.ToJson(repository => repository.ToJson()), ["nextToken"] = next };
    }

    public static JsonObject Delete(EcrState state, JsonObject request)
    {
        var repository = Of(state, request);
        if (repository.Images.Count > 0 && request.Flag("force") is not true)
        {
            throw new AwsErrorException("RepositoryNotEmptyException",
                $"The repository with name '{repository.Name}' in registry with id '{repository.Registry}' cannot be deleted because it still contains images");
        }

        state.Repositories.Remove(repository.Name);
        return Answer(repository);
    }

    public static JsonObject PutTagMutability(EcrState state, JsonObject request)
    {
        var repository = Of(state, request);
        repository.TagMutability = request.Text("imageTagMutability")!;
        repository.ExclusionFilters = request["imageTagMutabilityExclusionFilters"]?.DeepClone().AsArray();
        return new JsonObject
        {
            ["registryId"] = repository.Registry,
            ["repositoryName"] = repository.Name,
            ["imageTagMutability"] = repository.TagMutability,
            ["imageTagMutabilityExclusionFilters"] = repository.ExclusionFilters?.DeepClone(),
        };
    }

    /// <summary>Layers are not kept: one is there when a manifest of the repository names it.</summary>
    public static JsonObject CheckLayers(EcrState state, JsonObject request)
    {
        var repository = Of(state, request);
        var digests = request.Texts("layerDigests").ToLookup(digest => digest.StartsWith("sha256:", StringComparison.Ordinal));
        return new JsonObject
        {
            ["layers"] = digests[true].ToJson(digest => new JsonObject
            {
                ["layerDigest"] = digest,
                ["layerAvailability"] = repository.Images.Values.Any(image => image.Names(digest)) ? "AVAILABLE" : "UNAVAILABLE",
            }),
            ["failures"] = digests[false].ToJson(digest => new JsonObject
            {
                ["layerDigest"] = digest,
                ["failureCode"] = "InvalidLayerDigest",
                ["failureReason"] = "Invalid request parameters: layer digest should be a sha256 digest",
            }),
        };
    }

    public static JsonObject Tag(EcrState state, JsonObject request)
    {
        TagList.Add(state.ByArn(request.Text("resourceArn")!).Tags, request.Objects("tags"));
        return [];
    }

    public static JsonObject Untag(EcrState state, JsonObject request)
    {
        TagList.Remove(state.ByArn(request.Text("resourceArn")!).Tags, request.Texts("tagKeys"));
        return [];
    }

    public static JsonObject ListTags(EcrState state, JsonObject request) => new() { ["tags"] = TagList.ToJson(state.ByArn(request.Text("resourceArn")!).Tags) };

    public static JsonObject GetAuthorizationToken(EcrState state, JsonObject request)
    {
        var world = state.Region.World;
        var token = Convert.ToBase64String(Encoding.UTF8.GetBytes($"AWS:simulated-{world.Account}-{state.Region.Name}"));
        var registries = request.Texts("registryIds") is { Count: > 0 } asked ? asked : [world.Account];
        return new JsonObject
        {
            ["authorizationData"] = registries.ToJson(registry => new JsonObject
            {
                ["authorizationToken"] = token,
                ["expiresAt"] = (world.Now + TokenLife).EpochSeconds(),
                ["proxyEndpoint"] = $"https://{registry}.dkr.ecr.{state.Region.Name}.amazonaws.com",
            }),
        };
    }

    private static Repository Of(EcrState state, JsonObject request) => state.Repository(request.Text("repositoryName")!);

    private static JsonObject Answer(Repository repository) => new() { ["repository"] = repository.ToJson() };

    [GeneratedRegex("^(?:[a-z0-9]+(?:[._-][a-z0-9]+)*/)*[a-z0-9]+(?:[._-][a-z0-9]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamePattern();
}
