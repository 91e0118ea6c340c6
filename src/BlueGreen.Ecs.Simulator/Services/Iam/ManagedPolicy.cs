using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Iam;

/// <summary>A policy with an ARN of its own and up to five versions: the account's, or one of AWS's.</summary>
internal sealed class ManagedPolicy(string arn, string name, string path)
{
    private const int MostVersions = 5;
    private int _lastNumber;

    public string Arn => arn;

    public string Name => name;

    public string Path => path;

    /// <summary>Whether it is one of AWS's, of which neither the id nor a date is told.</summary>
    public bool IsAws => Id is null;

    public string? Id { get; init; }

    public DateTimeOffset? Created { get; init; }

    public string? Description { get; init; }

    public SortedDictionary<string, string> Tags { get; } = new(StringComparer.Ordinal);

    /// <summary>By id, the oldest first.</summary>
    public OrderedDictionary<string, (string Document, DateTimeOffset? Created)> Versions { get; } = new(StringComparer.Ordinal);

    public string DefaultVersion { get; set; } = "";

    /// <summary>What the policy says by its default version.</summary>
    public string Document => Versions[DefaultVersion].Document;

    /// <returns>The new version's id.</returns>
    /// <exception cref="AwsErrorException">There are five already.</exception>
    public string Add(string document, DateTimeOffset? at, bool isDefault)
    {
        if (Versions.Count >= MostVersions)
        {
            throw IamState.Conflict("LimitExceeded",
                $"A managed policy can have up to {MostVersions} versions. Before you create a new version, you must delete an existing version.");
        }

        var id = $"v{++_lastNumber}";
        Versions.Add(id, (document, at));
        DefaultVersion = isDefault ? id : DefaultVersion;
        return id;
    }

    /// <exception cref="AwsErrorException">There is no such version.</exception>
    public (string Document, DateTimeOffset? Created) Version(string id) => Versions.TryGetValue(id, out var version)
        ? version
        : throw IamState.NoSuchEntity($"Policy {arn} version {id} does not exist or is not attachable.");

    /// <param name="attached">To how many roles it is attached.</param>
    /// <param name="isDetailed">Whether description and tags are told, which listings leave out.</param>
    public JsonObject ToJson(int attached, bool isDetailed) => new()
    {
        ["PolicyName"] = name,
        ["PolicyId"] = Id,
        ["Arn"] = arn,
        ["Path"] = path,
        ["DefaultVersionId"] = DefaultVersion,
        ["AttachmentCount"] = attached,
        ["PermissionsBoundaryUsageCount"] = 0,
        ["IsAttachable"] = true,
        ["Description"] = isDetailed ? Description : null,
        ["CreateDate"] = Created.ToJson(),
        ["UpdateDate"] = Versions[DefaultVersion].Created.ToJson(),
        ["Tags"] = isDetailed ? TagList.ToJson(Tags) : null,
    };

    /// <summary>A version as answers hold it; its document, URL-encoded, where it is asked for.</summary>
    public JsonObject VersionToJson(string id, bool withDocument) => new()
    {
        ["VersionId"] = id,
        ["IsDefaultVersion"] = id == DefaultVersion,
        ["CreateDate"] = Version(id).Created.ToJson(),
        ["Document"] = withDocument ? Uri.EscapeDataString(Version(id).Document) : null,
    };
}
