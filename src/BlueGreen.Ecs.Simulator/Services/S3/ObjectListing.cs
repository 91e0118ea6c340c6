using System.Text;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.S3;

/// <summary>ListObjects, ListObjectsV2 and ListObjectVersions.</summary>
internal static class ObjectListing
{
    private const int PageSize = 1000;

    public static JsonObject List(S3State state, JsonObject input)
    {
        var page = Page(state, input, input.Text("Marker", ""));
        var output = page.Output;
        output["Marker"] = Written(input, input.Text("Marker", ""));
        output.SetUnlessNull("NextMarker", page.Last is null || input["Delimiter"] is null ? null : Written(input, page.Last));
        return output;
    }

    public static JsonObject ListV2(S3State state, JsonObject input)
    {
        var token = input.Text("ContinuationToken");
        var page = Page(state, input, token is null ? input.Text("StartAfter", "") : Decode(token), input.Flag("FetchOwner") is true);
        var output = page.Output;
        output["KeyCount"] = output["Contents"]!.AsArray().Count + output["CommonPrefixes"]!.AsArray().Count;
        output.SetUnlessNull("StartAfter", input["StartAfter"] is null ? null : Written(input, input.Text("StartAfter")!));
        output.SetUnlessNull("ContinuationToken", token);
        output.SetUnlessNull("NextContinuationToken", page.Last is null ? null : Convert.ToBase64String(Encoding.UTF8.GetBytes(page.Last)));
        return output;
    }

    public static JsonObject ListVersions(S3State state, JsonObject input)
    {
        var (prefix, delimiter) = (input.Text("Prefix", ""), input.Text("Delimiter", ""));
        var (key, id) = (input.Text("KeyMarker", ""), input.Text("VersionIdMarker"));
        var all = state.Bucket(input.Text("Bucket")!).Versions.Where(one => one.Version.Key.StartsWith(prefix, StringComparison.Ordinal)).ToList();
        var start = key.Length == 0 ? 0 : Math.Max(
            all.FindIndex(one => one.Version.Key == key && one.Version.Id == id) + 1,
            all.TakeWhile(one => string.CompareOrdinal(one.Version.Key, key) < (id is null ? 1 : 0)).Count());
        var size = Size(input);
        var rest = all.Skip(start).ToList();
        var folders = rest.Select(one => Folder(one.Version.Key, prefix, delimiter)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var plain = rest.Where(one => Folder(one.Version.Key, prefix, delimiter) is null).ToList();
        var page = plain.Take(size).ToList();
        var last = plain.Count > page.Count && page.Count > 0 ? page[^1].Version : null;
        var output = Head(input, folders);
        output["IsTruncated"] = last is not null;
        (output["KeyMarker"], output["VersionIdMarker"]) = (Written(input, key), id ?? "");
        output.SetUnlessNull("NextKeyMarker", last is null ? null : Written(input, last.Key));
        output.SetUnlessNull("NextVersionIdMarker", last?.Id);
        output["Versions"] = page.Where(one => !one.Version.IsDeleteMarker).ToJson(one => Entry(state, input, one.Version, one.IsLatest));
        output["DeleteMarkers"] = page.Where(one => one.Version.IsDeleteMarker).ToJson(one => Entry(state, input, one.Version, one.IsLatest));
        return output;
    }

    private static JsonObject Entry(S3State state, JsonObject input, ObjectVersion version, bool isLatest)
    {
        var entry = version.ToJson();
        (entry["Key"], entry["VersionId"], entry["IsLatest"], entry["Owner"]) = (Written(input, version.Key), version.Id, isLatest, new JsonObject { ["ID"] = state.OwnerId });
        return entry;
    }

    // Objects and folders behind a key, in one order; the last one of the page where more follow.
    private static (JsonObject Output, string? Last) Page(S3State state, JsonObject input, string after, bool withOwner = false)
    {
        var (prefix, delimiter, size) = (input.Text("Prefix", ""), input.Text("Delimiter", ""), Size(input));
        var found = state.Bucket(input.Text("Bucket")!).Newest
            .Where(version => version.Key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(version => (Name: Folder(version.Key, prefix, delimiter) ?? version.Key, Version: version))
            .Where(one => string.CompareOrdinal(one.Name, after) > 0)
            .DistinctBy(one => one.Name, StringComparer.Ordinal).ToList();
        var page = found.Take(size).ToList();
        var objects = page.Where(one => one.Name == one.Version.Key).ToJson(one =>
        {
            var entry = one.Version.ToJson();
            entry["Key"] = Written(input, one.Name);
            entry.SetUnlessNull("Owner", withOwner ? new JsonObject { ["ID"] = state.OwnerId } : null);
            return entry;
        });
        var output = Head(input, page.Where(one => one.Name != one.Version.Key).Select(one => one.Name));
        (output["Contents"], output["IsTruncated"]) = (objects, found.Count > page.Count);
        return (output, found.Count > page.Count && page.Count > 0 ? page[^1].Name : null);
    }

    private static JsonObject Head(JsonObject input, IEnumerable<string> folders) => new()
    {
        ["Name"] = input.Text("Bucket"),
        ["Prefix"] = Written(input, input.Text("Prefix", "")),
        ["Delimiter"] = input.Text("Delimiter") is { } delimiter ? Written(input, delimiter) : null,
        ["MaxKeys"] = Size(input),
        ["EncodingType"] = input.Text("EncodingType"),
        ["CommonPrefixes"] = folders.ToJson(folder => new JsonObject { ["Prefix"] = Written(input, folder) }),
    };

    // What a key has in common with others up to the delimiter, or nothing.
    private static string? Folder(string key, string prefix, string delimiter)
    {
        var end = delimiter.Length == 0 ? -1 : key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal);
        return end < 0 ? null : key[..(end + delimiter.Length)];
    }

    private static int Size(JsonObject input) => input.Int("MaxKeys") is { } size and >= 0 ? Math.Min(size, PageSize)
        : input["MaxKeys"] is null ? PageSize
        : throw S3Errors.Of("InvalidArgument", "Argument max-keys must be an integer between 0 and 2147483647");

    private static string Written(JsonObject input, string text) => input.Text("EncodingType") is "url" ? Uri.EscapeDataString(text).Replace("%2F", "/", StringComparison.Ordinal) : text;

    private static string Decode(string token)
    {
        var bytes = new byte[token.Length];
        return Convert.TryFromBase64String(token, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : throw S3Errors.Of("InvalidArgument", "The continuation token provided is incorrect");
    }
}
