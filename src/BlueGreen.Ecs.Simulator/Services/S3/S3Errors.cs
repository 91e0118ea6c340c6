using System.Net;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.S3;

/// <summary>S3's errors, with their codes, texts and statuses.</summary>
internal static class S3Errors
{
    public static AwsErrorException NoSuchBucket(string bucket) => Of("NoSuchBucket", "The specified bucket does not exist", HttpStatusCode.NotFound, ("BucketName", bucket));

    public static AwsErrorException NoSuchKey(string key) => Of("NoSuchKey", "The specified key does not exist.", HttpStatusCode.NotFound, ("Key", key));

    public static AwsErrorException NoSuchVersion(string key, string version) =>
        Of("NoSuchVersion", "The specified version does not exist.", HttpStatusCode.NotFound, ("Key", key), ("VersionId", version));

    public static AwsErrorException PreconditionFailed(string condition) =>
        Of("PreconditionFailed", "At least one of the pre-conditions you specified did not hold", HttpStatusCode.PreconditionFailed, ("Condition", condition));

    public static AwsErrorException Of(string code, string message, HttpStatusCode status = HttpStatusCode.BadRequest, params (string Name, string Value)[] members) =>
        new(code, message, status) { Members = new JsonObject(members.Select(one => KeyValuePair.Create(one.Name, (JsonNode?)one.Value))) };
}
