using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.S3;

/// <summary>The operations on buckets themselves.</summary>
internal static partial class BucketOperations
{
    private const int PageSize = 10_000;

    public static JsonObject Create(S3State state, JsonObject input)
    {
        var (name, region) = (input.Text("Bucket")!, state.Region.Name);
        if (!Name().IsMatch(name) || Address().IsMatch(name))
        {
            throw S3Errors.Of("InvalidBucketName", "The specified bucket is not valid.", members: ("BucketName", name));
        }

        CheckLocation(input.Object("CreateBucketConfiguration")?.Text("LocationConstraint"), region);
        if (state.Buckets.ContainsKey(name))
        {
            // The oldest region still answers as if the bucket were new.
            return region == CredentialScope.DefaultRegion && state.Buckets[name].Region == region
                ? new JsonObject { ["Location"] = $"/{name}" }
                : throw S3Errors.Of("BucketAlreadyOwnedByYou", "Your previous request to create the named bucket succeeded and you already own it.", HttpStatusCode.Conflict, ("BucketName", name));
        }

        var bucket = new Bucket(name, region, state.Now);
        TagList.Add(bucket.Tags, input.Object("CreateBucketConfiguration")?.Objects("Tags") ?? []);
        bucket.Versioning = input.Flag("ObjectLockEnabledForBucket") is true ? "Enabled" : null;
        state.Buckets.Add(name, bucket);
        return new JsonObject { ["Location"] = region == CredentialScope.DefaultRegion ? $"/{name}" : $"http://{name}.s3.amazonaws.com/", ["BucketArn"] = $"arn:aws:s3:::{name}" };
    }

    public static JsonObject Delete(S3State state, JsonObject input)
    {
        var bucket = state.Bucket(input.Text("Bucket")!);
        if (!bucket.IsEmpty)
        {
            throw S3Errors.Of("BucketNotEmpty", "The bucket you tried to delete is not empty" + (bucket.Versioning is null ? "" : ". You must delete all versions in the bucket."),
                HttpStatusCode.Conflict, ("BucketName", bucket.Name));
        }

        state.Buckets.Remove(bucket.Name);
        return [];
    }

    public static JsonObject Head(S3State state, JsonObject input) =>
        new() { ["BucketRegion"] = state.Bucket(input.Text("Bucket")!).Region, ["BucketArn"] = $"arn:aws:s3:::{input.Text("Bucket")}", ["AccessPointAlias"] = false };

    public static JsonObject List(S3State state, JsonObject input)
    {
        var (prefix, region) = (input.Text("Prefix", ""), input.Text("BucketRegion"));
        var found = state.Buckets.Values.Where(bucket => bucket.Name.StartsWith(prefix, StringComparison.Ordinal) && (region is null || bucket.Region == region));
        var (page, next) = TokenPaging.Take(found, input.Text("ContinuationToken"), input.Int("MaxBuckets") ?? PageSize, "InvalidArgument");
        return new JsonObject
        {
            ["Buckets"] = page.ToJson(bucket => new JsonObject { ["Name"] = bucket.Name, ["CreationDate"] = bucket.Created.ToJson(), ["BucketRegion"] = bucket.Region }),
            ["Owner"] = new JsonObject { ["ID"] = state.OwnerId },
            ["Prefix"] = input.Text("Prefix"),
            ["ContinuationToken"] = next,
        };
    }

    /// <summary>The bucket's region; nothing of the oldest one.</summary>
    public static JsonObject GetLocation(S3State state, JsonObject input)
    {
        var region = state.Bucket(input.Text("Bucket")!).Region;
        return new JsonObject { ["LocationConstraint"] = region == CredentialScope.DefaultRegion ? null : region };
    }

    private static void CheckLocation(string? location, string region)
    {
        if (region == CredentialScope.DefaultRegion ? location is null : location == region)
        {
            return;
        }

        throw region == CredentialScope.DefaultRegion && location == region
            ? S3Errors.Of("InvalidLocationConstraint", "The specified location-constraint is not valid", members: ("LocationConstraint", location))
            : S3Errors.Of("IllegalLocationConstraintException", $"The {location ?? "unspecified"} location constraint is incompatible for the region specific endpoint this request was sent to.");
    }

    [GeneratedRegex("^(?!.*[.][.])[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();

    [GeneratedRegex("^[0-9]+[.][0-9]+[.][0-9]+[.][0-9]+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}
