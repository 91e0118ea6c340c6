using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Iam;

/// <summary>A role and its policies.</summary>
internal sealed class Role(string arn, string name, string path, string id, DateTimeOffset created)
{
    public string Arn => arn;

    public string Name => name;

    public string Id => id;

    public string Path => path;

    public required string TrustPolicy { get; set; }

    public string? Description { get; set; }

    public int MaxSessionDuration { get; set; } = 3600;

    public bool IsServiceLinked { get; init; }

    public SortedDictionary<string, string> Tags { get; } = new(StringComparer.Ordinal);

    /// <summary>Inline policies by name.</summary>
    public SortedDictionary<string, string> Policies { get; } = new(StringComparer.Ordinal);

    /// <summary>ARNs of attached policies.</summary>
    public SortedSet<string> AttachedPolicies { get; } = new(StringComparer.Ordinal);

    // Policy documents are answered URL-encoded.
    public JsonObject ToJson() => new()
    {
        ["Path"] = path,
        ["RoleName"] = name,
        ["RoleId"] = id,
        ["Arn"] = arn,
        ["CreateDate"] = created.EpochSeconds(),
        ["AssumeRolePolicyDocument"] = Uri.EscapeDataString(TrustPolicy),
        ["Description"] = Description,
        ["MaxSessionDuration"] = MaxSessionDuration,
        ["Tags"] = TagList.ToJson(Tags),
        ["RoleLastUsed"] = new JsonObject(),
    };
}
