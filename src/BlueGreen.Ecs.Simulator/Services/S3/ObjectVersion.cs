using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator.Services.S3;

/// <summary>A version of an object, or the mark that it has been deleted.</summary>
/// <param name="Key">The object's key.</param>
/// <param name="Id">The version's id; <see cref="NoId"/> in a bucket without versioning.</param>
/// <param name="Content">The bytes; empty for a delete marker.</param>
/// <param name="Modified">When it was stored.</param>
internal sealed record ObjectVersion(string Key, string Id, ReadOnlyMemory<byte> Content, DateTimeOffset Modified)
{
    public const string NoId = "null";

    public bool IsDeleteMarker { get; init; }

    /// <summary>The MD5 of the bytes, in quotes.</summary>
    public string ETag { get; init; } = $"\"{Digests.Md5Hex(Content.Span)}\"";

    /// <summary>What was said when it was stored and is answered with it: <c>ContentType</c>, <c>Metadata</c>, checksums and the like.</summary>
    public JsonObject Said { get; init; } = [];

    /// <summary>What listings tell of objects and versions.</summary>
    public JsonObject ToJson() => new()
    {
        ["Key"] = Key,
        ["LastModified"] = Modified.ToJson(),
        ["ETag"] = ETag,
        ["Size"] = Content.Length,
        ["StorageClass"] = Said["StorageClass"]?.DeepClone() ?? "STANDARD",
    };
}
