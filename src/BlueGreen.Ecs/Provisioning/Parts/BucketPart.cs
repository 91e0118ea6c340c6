using Amazon.S3;
using Amazon.S3.Model;
using BlueGreen.Ecs.Planning;
using Aws = Amazon.S3.Model;

namespace BlueGreen.Ecs.Provisioning.Parts;

/// <summary>An S3 bucket of a pipeline. It goes with all versions of what is in it.</summary>
internal sealed class BucketPart(BlueGreenEnvironment environment, EnvironmentResource? bucket, string use, IAmazonS3 s3) : EnvironmentPart(environment, ResourceKind.Bucket, BucketNames.Planned(environment, bucket, use))
{
    private const string Missing = "NoSuchBucket";
    private const string OldestRegion = "us-east-1";
    private const int MostDeleted = 1000;

    public override bool IsExisting => bucket is { IsExisting: true };

    // CodePipeline wants versions where it watches an object.
    private bool IsVersioned => use == BucketNames.Source;

    public override async Task<FoundPart?> ReadAsync(KnownParts known, CancellationToken cancellationToken)
    {
        var name = NameIn(known);
        var versioning = await PartCalls.FindAsync("s3:GetBucketVersioning", s3.GetBucketVersioningAsync(new GetBucketVersioningRequest { BucketName = name }, cancellationToken), Missing).ConfigureAwait(false);
        if (versioning is null)
        {
            return null;
        }

        var tags = IsExisting ? null : await PartCalls.FindAsync("s3:GetBucketTagging", s3.GetBucketTaggingAsync(new GetBucketTaggingRequest { BucketName = name }, cancellationToken), Missing, "NoSuchTagSet").ConfigureAwait(false);
        var block = IsExisting ? null : await PartCalls.FindAsync("s3:GetBucketPublicAccessBlock", s3.GetPublicAccessBlockAsync(new() { BucketName = name }, cancellationToken), Missing, "NoSuchPublicAccessBlockConfiguration").ConfigureAwait(false);
        var found = new BucketFound(
            versioning.VersioningConfig?.Status == VersionStatus.Enabled,
            block?.PublicAccessBlockConfiguration is { BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: true });
        return new(BucketNames.Arn(name, known.Place), EnvironmentTags.From(tags?.TagSet, tag => tag.Key, tag => tag.Value), found);
    }

    public override IEnumerable<Difference> Compare(FoundPart found, KnownParts known)
    {
        if (IsVersioned && !found.As<BucketFound>().IsVersioned)
        {
            yield return new("It is not versioned, and CodePipeline watches versioned buckets only.");
        }

        if (!IsExisting && !found.As<BucketFound>().IsPrivate)
        {
            yield return new("It does not block public access.");
        }
    }

    // The tags come with the bucket: one that was made, and lost before it was tagged, would be nobody's.
    public override async Task CreateAsync(KnownParts known, CancellationToken cancellationToken)
    {
        var request = new PutBucketRequest
        {
            BucketName = NameIn(known),
            UseClientRegion = false,
            PutBucketConfiguration = new()
            {
                LocationConstraint = known.Place.Region == OldestRegion ? null : new BucketLocationConstraint(known.Place.Region),
                Tags = EnvironmentTags.To(Environment, (key, value) => new Aws.Tag { Key = key, Value = value }),
            },
        };
        await AwsCalls.CallAsync("s3:CreateBucket", s3.PutBucketAsync(request, cancellationToken)).ConfigureAwait(false);
    }

    public override async Task UpdateAsync(FoundPart found, KnownParts known, CancellationToken cancellationToken)
    {
        if (!found.As<BucketFound>().IsPrivate)
        {
            var request = new PutPublicAccessBlockRequest
            {
                BucketName = NameIn(known),
                PublicAccessBlockConfiguration = new() { BlockPublicAcls = true, IgnorePublicAcls = true, BlockPublicPolicy = true, RestrictPublicBuckets = true },
            };
            await AwsCalls.CallAsync("s3:PutBucketPublicAccessBlock", s3.PutPublicAccessBlockAsync(request, cancellationToken)).ConfigureAwait(false);
        }

        if (IsVersioned && !found.As<BucketFound>().IsVersioned)
        {
            var request = new PutBucketVersioningRequest { BucketName = NameIn(known), VersioningConfig = new() { Status = VersionStatus.Enabled } };
            await AwsCalls.CallAsync("s3:PutBucketVersioning", s3.PutBucketVersioningAsync(request, cancellationToken)).ConfigureAwait(false);
        }
    }

    public override async Task DeleteAsync(FoundPart found, KnownParts known, CancellationToken cancellationToken)
    {
        var name = NameIn(known);
        while (await AwsCalls.CallAsync("s3:ListBucketVersions", s3.ListVersionsAsync(new ListVersionsRequest { BucketName = name, MaxKeys = MostDeleted }, cancellationToken)).ConfigureAwait(false) is { Versions: { Count: > 0 } versions })
        {
            var request = new DeleteObjectsRequest { BucketName = name, Quiet = true, Objects = [.. versions.Select(version => new KeyVersion { Key = version.Key, VersionId = version.VersionId })] };
            await AwsCalls.CallAsync("s3:DeleteObjectVersion", s3.DeleteObjectsAsync(request, cancellationToken)).ConfigureAwait(false);
        }

        await AwsCalls.CallAsync("s3:DeleteBucket", s3.DeleteBucketAsync(new DeleteBucketRequest { BucketName = name }, cancellationToken)).ConfigureAwait(false);
    }

    private string NameIn(KnownParts known) => BucketNames.Of(Environment, bucket, use, known.Place);
}
