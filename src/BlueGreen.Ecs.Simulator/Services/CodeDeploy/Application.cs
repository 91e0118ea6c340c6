using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator.Services.CodeDeploy;

/// <summary>An application: its deployment groups and the revisions it has seen.</summary>
internal sealed class Application(string id, string name, string computePlatform, DateTimeOffset createdAt)
{
    public string Name { get; set; } = name;

    public string ComputePlatform => computePlatform;

    public OrderedDictionary<string, DeploymentGroup> Groups { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, string> Tags { get; } = new(StringComparer.Ordinal);

    /// <summary>By <see cref="Revision.Key"/>.</summary>
    public Dictionary<string, RegisteredRevision> Revisions { get; } = new(StringComparer.Ordinal);

    public JsonObject ToJson() => new()
    {
        ["applicationId"] = id,
        ["applicationName"] = Name,
        ["createTime"] = createdAt.ToJson(),
        ["linkedToGitHub"] = false,
        ["computePlatform"] = computePlatform,
    };
}
