using System.IO.Enumeration;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecr;

/// <summary>A repository and its images.</summary>
internal sealed class Repository(string arn, string name, string registry, string uri, DateTimeOffset created)
{
    public string Arn => arn;

    public string Name => name;

    public string Registry => registry;

    /// <summary>What image references begin with.</summary>
    public string Uri => uri;

    public bool ScansOnPush => ScanningConfiguration is JsonObject scanning && scanning.Flag("scanOnPush") == true;

    public string TagMutability { get; set; } = "MUTABLE";

    public JsonArray? ExclusionFilters { get; set; }

    public JsonNode? ScanningConfiguration { get; init; }

    public JsonNode? EncryptionConfiguration { get; init; }

    public string? Policy { get; set; }

    public string? LifecyclePolicy { get; set; }

    /// <summary>The last preview of a lifecycle policy, if there was one.</summary>
    public LifecyclePreview? Preview { get; set; }

    public SortedDictionary<string, string> Tags { get; } = new(StringComparer.Ordinal);

    /// <summary>By digest, in the order of pushing.</summary>
    public OrderedDictionary<string, StoredImage> Images { get; } = new(StringComparer.Ordinal);

    public StoredImage? ByTag(string tag) => Images.Values.FirstOrDefault(image => image.Tags.Contains(tag));

    /// <returns>Whether a tag of that name stays where it is. The filters turn the repository's rule around.</returns>
    public bool IsImmutable(string tag)
    {
        var isExcluded = (ExclusionFilters ?? []).Any(filter => FileSystemName.MatchesSimpleExpression(filter!.AsObject().Text("filter", ""), tag, ignoreCase: false));
        return TagMutability switch
        {
            "IMMUTABLE" => true,
            "IMMUTABLE_WITH_EXCLUSION" => !isExcluded,
            "MUTABLE_WITH_EXCLUSION" => isExcluded,
            _ => false,
        };
    }

    public JsonObject ToJson() => new()
    {
        ["repositoryArn"] = arn,
        ["registryId"] = registry,
        ["repositoryName"] = name,
        ["repositoryUri"] = uri,
        ["createdAt"] = created.EpochSeconds(),
        ["imageTagMutability"] = TagMutability,
        ["imageTagMutabilityExclusionFilters"] = ExclusionFilters?.DeepClone(),
        ["imageScanningConfiguration"] = ScanningConfiguration?.DeepClone() ?? new JsonObject { ["scanOnPush"] = false },
        ["encryptionConfiguration"] = EncryptionConfiguration?.DeepClone() ?? new JsonObject { ["encryptionType"] = "AES256" },
    };
}
