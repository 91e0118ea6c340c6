using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator.Services.CodePipeline;

/// <summary>An artifact of an execution: a named set of files. The place in S3 is only a name.</summary>
/// <param name="Name">The name in the pipeline.</param>
/// <param name="Files">The files.</param>
/// <param name="Bucket">The artifact store's bucket.</param>
/// <param name="Key">The key that it would have there.</param>
internal sealed record Artifact(string Name, FileSet Files, string Bucket, string Key)
{
    public JsonObject ToJson() => new() { ["name"] = Name, ["s3location"] = new JsonObject { ["bucket"] = Bucket, ["key"] = Key } };
}
