using Amazon.S3;
using Amazon.S3.Model;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Preflight.Survey;

/// <summary>Looks whether the containers' files of variables are there. They are not read.</summary>
internal sealed class EnvironmentFileReader(SideClient<IAmazonS3> s3, SurveyCalls calls)
{
    public async Task<IReadOnlyList<(EnvironmentFileSource Wanted, Read<string> Found)>> ReadAsync(DeploymentPlan plan, CancellationToken cancellationToken) =>
        await Task.WhenAll(EnvironmentFileSource.Of(plan.TaskDefinition).Select(async file => (file, await ReadAsync(file, cancellationToken).ConfigureAwait(false)))).ConfigureAwait(false);

    // HeadObject answers without a body: its codes are the names of HTTP statuses.
    private Task<Read<string>> ReadAsync(EnvironmentFileSource file, CancellationToken cancellationToken) => calls.ReadAsync<string>(
        "s3:GetObject",
        file.Arn,
        $"whether the file of variables of container {file.Container} exists",
        async token =>
        {
            await s3.Value.GetObjectMetadataAsync(new GetObjectMetadataRequest { BucketName = file.Bucket, Key = file.Key }, token).ConfigureAwait(false);
            return file.Arn;
        },
        code => code is "NotFound" or "NoSuchKey" or "NoSuchBucket",
        cancellationToken);
}
