using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.S3;

/// <summary>PutObject and CopyObject.</summary>
internal static class ObjectWriting
{
    private const string ChecksumPrefix = "Checksum";
    private static readonly string[] Checksums = ["CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256", "SHA512", "MD5", "XXHASH64", "XXHASH3", "XXHASH128"];

    private static readonly string[] Kept =
    [
        "CacheControl", "ContentDisposition", "ContentEncoding", "ContentLanguage", "ContentType", "Expires", "Metadata", "WebsiteRedirectLocation",
        "StorageClass", "ServerSideEncryption", "SSEKMSKeyId", "BucketKeyEnabled",
    ];

    public static JsonObject Put(S3State state, JsonObject input)
    {
        var bucket = state.Bucket(input.Text("Bucket")!);
        var content = Convert.FromBase64String(input.Text("Body", ""));
        CheckDigest(input.Text("ContentMD5"), content);
        CheckConditions(bucket.Find(input.Text("Key")!), input);
        var said = Said(bucket, input);
        foreach (var algorithm in Checksums)
        {
            if (input.Text(ChecksumPrefix + algorithm) is { } claimed)
            {
                said[ChecksumPrefix + algorithm] = Digests.Checksum(algorithm, content) is { } actual && actual != claimed
                    ? throw S3Errors.Of("BadDigest", $"The {algorithm} you specified did not match the calculated checksum.")
                    : claimed;
            }
        }

        var version = new ObjectVersion(input.Text("Key")!, NewId(state, bucket), content, state.Now) { Said = said };
        state.Store(bucket, version);
        return Stored(bucket, version);
    }

    public static JsonObject Copy(S3State state, JsonObject input)
    {
        var bucket = state.Bucket(input.Text("Bucket")!);
        var source = Source(state, input.Text("CopySource")!);
        var replaces = input.Text("MetadataDirective") is "REPLACE";
        if (!replaces && source.Key == input.Text("Key") && source.Bucket == bucket.Name && source.Version == bucket.Find(source.Key) && input["StorageClass"] is null && input["ServerSideEncryption"] is null)
        {
            throw S3Errors.Of("InvalidRequest", "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, "
                + "storage class, website redirect location or encryption attributes.");
        }

        var said = Said(bucket, input);
        if (!replaces)
        {
            var own = source.Version.Said.Copy();
            said.CopyTo(own, "StorageClass", "ServerSideEncryption", "SSEKMSKeyId", "BucketKeyEnabled");
            said = own;
        }

        var version = new ObjectVersion(input.Text("Key")!, NewId(state, bucket), source.Version.Content, state.Now) { Said = said };
        state.Store(bucket, version);
        var output = Stored(bucket, version);
        var result = new JsonObject { ["ETag"] = version.ETag, ["LastModified"] = version.Modified.ToJson() };
        CopyChecksums(version, result);
        output["CopyObjectResult"] = result;
        output.SetUnlessNull("CopySourceVersionId", source.Version.Id == ObjectVersion.NoId ? null : source.Version.Id);
        return output;
    }

    /// <returns>The id for a new version: of its own only while versioning is on.</returns>
    public static string NewId(S3State state, Bucket bucket) => bucket.IsVersioned ? state.World.Ids.UpperAlphanumeric(32) : ObjectVersion.NoId;

    public static void CopyChecksums(ObjectVersion version, JsonObject target)
    {
        version.Said.CopyTo(target, [.. Checksums.Select(name => ChecksumPrefix + name)]);
        if (target.Any(member => member.Key.StartsWith(ChecksumPrefix, StringComparison.Ordinal)))
        {
            target["ChecksumType"] = "FULL_OBJECT";
        }
    }

    private static JsonObject Stored(Bucket bucket, ObjectVersion version)
    {
        var output = new JsonObject { ["ETag"] = version.ETag };
        version.Said.CopyTo(output, "ServerSideEncryption", "SSEKMSKeyId", "BucketKeyEnabled");
        CopyChecksums(version, output);
        output.SetUnlessNull("VersionId", bucket.Versioning is null ? null : version.Id);
        return output;
    }

    // What is said of the object, with the bucket's encryption where the request asks for none.
    private static JsonObject Said(Bucket bucket, JsonObject input)
    {
        var said = new JsonObject { ["ContentType"] = "binary/octet-stream", ["ServerSideEncryption"] = "AES256" };
        if (bucket.Encryption?.Objects("Rules").Select(rule => rule.Object("ApplyServerSideEncryptionByDefault")).FirstOrDefault() is { } usual)
        {
            said["ServerSideEncryption"] = usual["SSEAlgorithm"]?.DeepClone();
            said.SetUnlessNull("SSEKMSKeyId", usual["KMSMasterKeyID"]?.DeepClone());
        }

        input.CopyTo(said, Kept);
        return said;
    }

    private static (string Bucket, string Key, ObjectVersion Version) Source(S3State state, string text)
    {
        var parts = text.TrimStart('/').Split("?versionId=", 2);
        if (Uri.UnescapeDataString(parts[0]).Split('/', 2) is not [var bucket, { Length: > 0 } key])
        {
            throw S3Errors.Of("InvalidArgument", "Copy Source must mention the source bucket and key: sourcebucket/sourcekey");
        }

        return (bucket, key, ObjectReading.Find(state, bucket, key, parts.ElementAtOrDefault(1)));
    }

    private static void CheckDigest(string? claimed, byte[] content)
    {
        var digest = new byte[16];
        if (claimed is not null && (!Convert.TryFromBase64String(claimed, digest, out var length) || length != digest.Length))
        {
            throw S3Errors.Of("InvalidDigest", "The Content-MD5 you specified was invalid.");
        }

        if (claimed is not null && !digest.AsSpan().SequenceEqual(Digests.Md5(content)))
        {
            throw S3Errors.Of("BadDigest", "The Content-MD5 you specified did not match what we received.");
        }
    }

    private static void CheckConditions(ObjectVersion? there, JsonObject input)
    {
        var current = there is { IsDeleteMarker: false } ? there : null;
        if (input.Text("IfNoneMatch") is "*" && current is not null)
        {
            throw S3Errors.PreconditionFailed("If-None-Match");
        }

        if (input.Text("IfMatch") is { } wanted && wanted.Trim('"') != current?.ETag.Trim('"'))
        {
            throw current is null ? S3Errors.NoSuchKey(input.Text("Key")!) : S3Errors.PreconditionFailed("If-Match");
        }
    }
}
