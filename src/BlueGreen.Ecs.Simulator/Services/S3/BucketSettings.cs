using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.S3;

/// <summary>A bucket's versioning, tags, policy, block of public access and encryption.</summary>
internal static class BucketSettings
{
    public static JsonObject PutVersioning(S3State state, JsonObject input)
    {
        var bucket = Of(state, input);
        bucket.Versioning = input.Object("VersioningConfiguration")!.Text("Status")
            ?? throw S3Errors.Of("IllegalVersioningConfigurationException", "The Versioning element must be specified");
        return [];
    }

    public static JsonObject GetVersioning(S3State state, JsonObject input) => new() { ["Status"] = Of(state, input).Versioning };

    public static JsonObject PutTagging(S3State state, JsonObject input)
    {
        var (tags, given) = (Of(state, input).Tags, input.Object("Tagging")!.Objects("TagSet"));
        if (given.DistinctBy(tag => tag.Text("Key"), StringComparer.Ordinal).Count() < given.Count)
        {
            throw S3Errors.Of("InvalidTag", "Cannot provide multiple Tags with the same key");
        }

        tags.Clear();
        TagList.Add(tags, given);
        return [];
    }

    public static JsonObject GetTagging(S3State state, JsonObject input) => Of(state, input) is { Tags.Count: > 0 } bucket
        ? new JsonObject { ["TagSet"] = TagList.ToJson(bucket.Tags) }
        : throw Absent("NoSuchTagSet", "The TagSet does not exist", input);

    public static JsonObject DeleteTagging(S3State state, JsonObject input)
    {
        Of(state, input).Tags.Clear();
        return [];
    }

    public static JsonObject PutPolicy(S3State state, JsonObject input)
    {
        var (bucket, policy) = (Of(state, input), input.Text("Policy")!);
        try
        {
            bucket.Policy = JsonNode.Parse(policy) is JsonObject { Count: > 0 } document && document["Statement"] is not null
                ? policy
                : throw S3Errors.Of("MalformedPolicy", "Missing required field Statement");
        }
        catch (JsonException)
        {
            throw S3Errors.Of("MalformedPolicy", "Policies must be valid JSON and the first byte must be '{'");
        }

        return [];
    }

    public static JsonObject GetPolicy(S3State state, JsonObject input) => Of(state, input) is { Policy: { } policy }
        ? new JsonObject { ["Policy"] = policy }
        : throw Absent("NoSuchBucketPolicy", "The bucket policy does not exist", input);

    public static JsonObject DeletePolicy(S3State state, JsonObject input)
    {
        Of(state, input).Policy = null;
        return [];
    }

    public static JsonObject PutPublicAccessBlock(S3State state, JsonObject input)
    {
        var (bucket, given) = (Of(state, input), input.Object("PublicAccessBlockConfiguration")!);
        bucket.PublicAccessBlock = new JsonObject(((string[])["BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"])
            .Select(name => KeyValuePair.Create(name, (JsonNode?)(given.Flag(name) is true))));
        return [];
    }

    public static JsonObject GetPublicAccessBlock(S3State state, JsonObject input) => Of(state, input) is { PublicAccessBlock: { } block }
        ? new JsonObject { ["PublicAccessBlockConfiguration"] = block.Copy() }
        : throw Absent("NoSuchPublicAccessBlockConfiguration", "The public access block configuration was not found", input);

    public static JsonObject DeletePublicAccessBlock(S3State state, JsonObject input)
    {
        Of(state, input).PublicAccessBlock = null;
        return [];
    }

    public static JsonObject PutEncryption(S3State state, JsonObject input)
    {
        Of(state, input).Encryption = input.Object("ServerSideEncryptionConfiguration")!.Copy();
        return [];
    }

    public static JsonObject GetEncryption(S3State state, JsonObject input) => new()
    {
        ["ServerSideEncryptionConfiguration"] = Of(state, input).Encryption?.Copy() ?? new JsonObject
        {
            ["Rules"] = new JsonArray(new JsonObject { ["ApplyServerSideEncryptionByDefault"] = new JsonObject { ["SSEAlgorithm"] = "AES256" }, ["BucketKeyEnabled"] = false }),
        },
    };

    public static JsonObject DeleteEncryption(S3State state, JsonObject input)
    {
        Of(state, input).Encryption = null;
        return [];
    }

    private static Bucket Of(S3State state, JsonObject input) => state.Bucket(input.Text("Bucket")!);

    private static AwsErrorException Absent(string code, string message, JsonObject input) => S3Errors.Of(code, message, HttpStatusCode.NotFound, ("BucketName", input.Text("Bucket")!));
}
