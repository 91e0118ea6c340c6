using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.S3;

/// <summary>Simple Storage Service: buckets and their objects, in one piece each. Policies are kept, and not enforced.</summary>
internal sealed class S3Service(World world) : IAwsService
{
    private static readonly OperationTable<S3State> Operations = new("s3")
    {
        ["CreateBucket"] = BucketOperations.Create,
        ["DeleteBucket"] = BucketOperations.Delete,
        ["HeadBucket"] = BucketOperations.Head,
        ["ListBuckets"] = BucketOperations.List,
        ["GetBucketLocation"] = BucketOperations.GetLocation,
        ["PutObject"] = ObjectWriting.Put,
        ["CopyObject"] = ObjectWriting.Copy,
        ["GetObject"] = ObjectReading.Get,
        ["HeadObject"] = ObjectReading.Head,
        ["DeleteObject"] = ObjectDeletion.Delete,
        ["DeleteObjects"] = ObjectDeletion.DeleteMany,
        ["ListObjects"] = ObjectListing.List,
        ["ListObjectsV2"] = ObjectListing.ListV2,
        ["ListObjectVersions"] = ObjectListing.ListVersions,
        ["PutBucketVersioning"] = BucketSettings.PutVersioning,
        ["GetBucketVersioning"] = BucketSettings.GetVersioning,
        ["PutBucketTagging"] = BucketSettings.PutTagging,
        ["GetBucketTagging"] = BucketSettings.GetTagging,
        ["DeleteBucketTagging"] = BucketSettings.DeleteTagging,
        ["PutBucketPolicy"] = BucketSettings.PutPolicy,
        ["GetBucketPolicy"] = BucketSettings.GetPolicy,
        ["DeleteBucketPolicy"] = BucketSettings.DeletePolicy,
        ["PutPublicAccessBlock"] = BucketSettings.PutPublicAccessBlock,
        ["GetPublicAccessBlock"] = BucketSettings.GetPublicAccessBlock,
        ["DeletePublicAccessBlock"] = BucketSettings.DeletePublicAccessBlock,
        ["PutBucketEncryption"] = BucketSettings.PutEncryption,
        ["GetBucketEncryption"] = BucketSettings.GetEncryption,
        ["DeleteBucketEncryption"] = BucketSettings.DeleteEncryption,
    };

    public string Name => "s3";

    public JsonObject Invoke(AwsCall call) => Operations.Invoke(call, S3State.Of(world.In(call.Region)));
}
