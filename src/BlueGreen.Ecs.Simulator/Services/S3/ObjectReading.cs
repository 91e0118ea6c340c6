using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.S3;

/// <summary>GetObject and HeadObject.</summary>
internal static class ObjectReading
{
    private static readonly string[] Overrides = ["CacheControl", "ContentDisposition", "ContentEncoding", "ContentLanguage", "ContentType", "Expires"];

    public static JsonObject Get(S3State state, JsonObject input)
    {
        var (output, content) = Read(state, input);
        output["Body"] = Convert.ToBase64String(content.Span);
        foreach (var name in Overrides)
        {
            output.SetUnlessNull(name, input["Response" + name]?.DeepClone());
        }

        return output;
    }

    public static JsonObject Head(S3State state, JsonObject input) => Read(state, input).Output;

    /// <returns>The object's newest version, or the one of that id.</returns>
    /// <exception cref="AwsErrorException">There is none, or it is a delete marker.</exception>
    public static ObjectVersion Find(S3State state, string bucket, string key, string? version)
    {
        var found = state.Bucket(bucket).Find(key, version) ?? throw (version is null ? S3Errors.NoSuchKey(key) : S3Errors.NoSuchVersion(key, version));
        return (found.IsDeleteMarker, version) switch
        {
            (false, _) => found,
            (true, null) => throw S3Errors.NoSuchKey(key),
            _ => throw S3Errors.Of("MethodNotAllowed", "The specified method is not allowed against this resource.", HttpStatusCode.MethodNotAllowed, ("Method", "GET"), ("ResourceType", "DeleteMarker")),
        };
    }

    private static (JsonObject Output, ReadOnlyMemory<byte> Content) Read(S3State state, JsonObject input)
    {
        var bucket = state.Bucket(input.Text("Bucket")!);
        var version = Find(state, bucket.Name, input.Text("Key")!, input.Text("VersionId"));
        CheckConditions(version, input);
        var (first, length) = Range(input.Text("Range"), version.Content.Length);
        var output = version.Said.Copy();
        foreach (var checksum in output.Select(member => member.Key).Where(name => name.StartsWith("Checksum", StringComparison.Ordinal)).ToList())
        {
            output.Remove(checksum);
        }

        (output["AcceptRanges"], output["LastModified"], output["ContentLength"], output["ETag"]) = ("bytes", version.Modified.ToJson(), length, version.ETag);
        output.SetUnlessNull("VersionId", bucket.Versioning is null ? null : version.Id);
        if (length < version.Content.Length)
        {
            output["ContentRange"] = string.Create(CultureInfo.InvariantCulture, $"bytes {first}-{first + length - 1}/{version.Content.Length}");
        }
        else if (input.Text("ChecksumMode") is "ENABLED")
        {
            ObjectWriting.CopyChecksums(version, output);
        }

        return (output, version.Content.Slice(first, length));
    }

    private static void CheckConditions(ObjectVersion version, JsonObject input)
    {
        if (input.Text("IfMatch") is { } wanted && wanted is not "*" && wanted.Trim('"') != version.ETag.Trim('"'))
        {
            throw S3Errors.PreconditionFailed("If-Match");
        }

        var modified = version.Modified.ToUnixTimeSeconds();
        if (input["IfMatch"] is null && input.Number("IfUnmodifiedSince") < modified)
        {
            throw S3Errors.PreconditionFailed("If-Unmodified-Since");
        }

        var unwanted = input.Text("IfNoneMatch");
        if (unwanted is "*" || unwanted?.Trim('"') == version.ETag.Trim('"') || (unwanted is null && input.Number("IfModifiedSince") >= modified))
        {
            throw S3Errors.Of("NotModified", "Not Modified", HttpStatusCode.NotModified);
        }
    }

    // bytes=5-9, bytes=5- and bytes=-5; what is written otherwise is not looked at.
    private static (int First, int Length) Range(string? range, int size)
    {
        if (range is null || !range.StartsWith("bytes=", StringComparison.Ordinal) || range["bytes=".Length..].Split('-') is not [var from, var to] || (from + to).Length == 0)
        {
            return (0, size);
        }

        var first = long.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : -1;
        var last = long.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var end) ? end : long.MaxValue;
        (first, last) = first < 0 ? (Math.Max(0, size - last), size - 1) : (first, Math.Min(last, size - 1));
        return first <= last ? ((int)first, (int)(last - first + 1))
            : throw S3Errors.Of("InvalidRange", "The requested range is not satisfiable", HttpStatusCode.RequestedRangeNotSatisfiable,
                ("RangeRequested", range), ("ActualObjectSize", size.ToString(CultureInfo.InvariantCulture)));
    }
}
