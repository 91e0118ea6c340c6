using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Iam;

/// <summary>The action that IAM policies know an operation by: mostly its own name behind the service's.</summary>
internal static class IamActions
{
    private static readonly Dictionary<string, string> Named = new(StringComparer.Ordinal)
    {
        ["lambda.Invoke"] = "lambda:InvokeFunction",
        ["s3.CopyObject"] = "s3:PutObject",
        ["s3.DeleteBucketEncryption"] = "s3:PutEncryptionConfiguration",
        ["s3.DeleteBucketTagging"] = "s3:PutBucketTagging",
        ["s3.DeleteObjects"] = "s3:DeleteObject",
        ["s3.DeletePublicAccessBlock"] = "s3:PutBucketPublicAccessBlock",
        ["s3.GetBucketEncryption"] = "s3:GetEncryptionConfiguration",
        ["s3.GetPublicAccessBlock"] = "s3:GetBucketPublicAccessBlock",
        ["s3.HeadBucket"] = "s3:ListBucket",
        ["s3.ListBuckets"] = "s3:ListAllMyBuckets",
        ["s3.ListObjects"] = "s3:ListBucket",
        ["s3.ListObjectsV2"] = "s3:ListBucket",
        ["s3.ListObjectVersions"] = "s3:ListBucketVersions",
        ["s3.PutBucketEncryption"] = "s3:PutEncryptionConfiguration",
        ["s3.PutPublicAccessBlock"] = "s3:PutBucketPublicAccessBlock",
    };

    public static string Of(AwsCall call) => $"{call.Service}.{call.Operation}" switch
    {
        "s3.GetObject" or "s3.HeadObject" => IsOfVersion(call.Input) ? "s3:GetObjectVersion" : "s3:GetObject",
        "s3.DeleteObject" when IsOfVersion(call.Input) => "s3:DeleteObjectVersion",
        var name => Named.GetValueOrDefault(name) ?? $"{Prefix(call.Service)}:{call.Operation}",
    };

    private static string Prefix(string service) => service is "elbv2" ? "elasticloadbalancing" : service;

    private static bool IsOfVersion(JsonObject input) => input.Text("VersionId") is not null;
}
