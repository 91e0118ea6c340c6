using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator.Services.CodePipeline;

/// <summary>What a source action has fetched.</summary>
/// <param name="Id">A commit's id, an image's digest or an object's version.</param>
/// <param name="Summary">The commit's message, or nothing.</param>
/// <param name="Url">Where a person can look at it.</param>
/// <param name="Created">When it was made.</param>
internal sealed record SourceRevision(string Id, string Summary, string Url, DateTimeOffset Created)
{
    public JsonObject ToState() => new() { ["revisionId"] = Id, ["revisionChangeId"] = Id, ["created"] = Created.ToJson() };

    public JsonObject ToArtifactRevision(string artifact) => new()
    {
        ["name"] = artifact,
        ["revisionId"] = Id,
        ["revisionChangeIdentifier"] = Id,
        ["revisionSummary"] = Summary.Length == 0 ? null : Summary,
        ["created"] = Created.ToJson(),
        ["revisionUrl"] = Url,
    };
}
