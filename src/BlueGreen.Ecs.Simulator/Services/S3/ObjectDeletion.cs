using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.S3;

/// <summary>DeleteObject and DeleteObjects. What is not there is deleted too.</summary>
internal static class ObjectDeletion
{
    private const int MostAtOnce = 1000;

    public static JsonObject Delete(S3State state, JsonObject input)
    {
        var (version, isMarker) = Delete(state, state.Bucket(input.Text("Bucket")!), input.Text("Key")!, input.Text("VersionId"));
        return new JsonObject { ["VersionId"] = version, ["DeleteMarker"] = isMarker ? true : null };
    }

    public static JsonObject DeleteMany(S3State state, JsonObject input)
    {
        var (bucket, asked) = (state.Bucket(input.Text("Bucket")!), input.Object("Delete")!);
        if (asked.Objects("Objects").Count is 0 or > MostAtOnce)
        {
            throw S3Errors.Of("MalformedXML", "The XML you provided was not well-formed or did not validate against our published schema");
        }

        var deleted = asked.Objects("Objects").Select(one =>
        {
            var (key, given) = (one.Text("Key")!, one.Text("VersionId"));
            var (version, isMarker) = Delete(state, bucket, key, given);
            return new JsonObject { ["Key"] = key, ["VersionId"] = given, ["DeleteMarker"] = isMarker ? true : null, ["DeleteMarkerVersionId"] = isMarker ? version : null };
        }).ToList();
        return asked.Flag("Quiet") is true ? [] : new JsonObject { ["Deleted"] = deleted.ToJson() };
    }

    /// <returns>The version that is made or gone, and whether it is a delete marker.</returns>
    private static (string? Version, bool IsMarker) Delete(S3State state, Bucket bucket, string key, string? version)
    {
        state.World.History.Record("object", $"{bucket.Name}/{key}", version is null ? "deleted" : $"version {version} deleted");
        if (version is not null)
        {
            var isMarker = bucket.Find(key, version) is { IsDeleteMarker: true };
            bucket.Remove(key, version);
            return (version, isMarker);
        }

        if (bucket.Versioning is null)
        {
            bucket.Remove(key, ObjectVersion.NoId);
            return (null, false);
        }

        var marker = new ObjectVersion(key, ObjectWriting.NewId(state, bucket), ReadOnlyMemory<byte>.Empty, state.Now) { IsDeleteMarker = true };
        bucket.Add(marker);
        return (marker.Id, true);
    }
}
