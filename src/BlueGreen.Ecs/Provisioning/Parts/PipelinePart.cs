using Amazon.CodePipeline;
using Amazon.CodePipeline.Model;
using BlueGreen.Ecs.Planning;
using Aws = Amazon.CodePipeline.Model;

namespace BlueGreen.Ecs.Provisioning.Parts;

/// <summary>The pipeline. Its first execution starts when it is made: all that it needs is there before.</summary>
internal sealed class PipelinePart(BlueGreenEnvironment environment, EnvironmentPipeline pipeline, IAmazonCodePipeline codePipeline) : EnvironmentPart(environment, ResourceKind.Pipeline, pipeline.Name)
{
    private const string Missing = "PipelineNotFound";

    public override IReadOnlyList<string> DependsOn =>
    [
        PartIds.Role(pipeline.Role),
        PartIds.Of(ResourceKind.Bucket, BucketNames.Planned(Environment, pipeline.Bucket, BucketNames.Artifacts)),
        .. new[] { pipeline.Source, pipeline.Templates }.Select(WatchedId).OfType<string>(),
        .. pipeline.Build is { } build ? [PartIds.Of(ResourceKind.BuildProject, build.Project)] : Array.Empty<string>(),
        Environment.CodeDeploy is { } target ? PartIds.Of(ResourceKind.DeploymentGroup, target.DeploymentGroup) : PartIds.Service(Environment),
    ];

    public override async Task<FoundPart?> ReadAsync(KnownParts known, CancellationToken cancellationToken)
    {
        var found = await PartCalls.FindAsync("codepipeline:GetPipeline", codePipeline.GetPipelineAsync(new() { Name = Name }, cancellationToken), Missing).ConfigureAwait(false);
        if (found?.Pipeline is null)
        {
            return null;
        }

        var arn = found.Metadata?.PipelineArn ?? known.Place.Arn("codepipeline", Name);
        var tags = await PartCalls.FindAsync("codepipeline:ListTagsForResource", codePipeline.ListTagsForResourceAsync(new() { ResourceArn = arn }, cancellationToken), "ResourceNotFound").ConfigureAwait(false);
        return tags is null ? null : new(arn, EnvironmentTags.From(tags.Tags, tag => tag.Key, tag => tag.Value), found.Pipeline);
    }

    public override IEnumerable<Difference> Compare(FoundPart found, KnownParts known)
    {
        var (there, wanted) = (found.As<PipelineDeclaration>(), PipelineDeclarations.Of(Environment, pipeline, known));
        if (there.RoleArn != wanted.RoleArn)
        {
            yield return new("Its role is another.");
        }

        if (there.ArtifactStore?.Location != wanted.ArtifactStore.Location)
        {
            yield return new("Its artifacts are in another bucket.");
        }

        if (PipelineDeclarations.TextOf(there) != PipelineDeclarations.TextOf(wanted))
        {
            yield return new("Its stages are other ones.");
        }
    }

    public override async Task CreateAsync(KnownParts known, CancellationToken cancellationToken)
    {
        var request = new CreatePipelineRequest
        {
            Pipeline = PipelineDeclarations.Of(Environment, pipeline, known),
            Tags = EnvironmentTags.To(Environment, (key, value) => new Aws.Tag { Key = key, Value = value }),
        };
        await AwsCalls.CallAsync("codepipeline:CreatePipeline", codePipeline.CreatePipelineAsync(request, cancellationToken)).ConfigureAwait(false);
    }

    public override async Task UpdateAsync(FoundPart found, KnownParts known, CancellationToken cancellationToken)
    {
        var request = new UpdatePipelineRequest { Pipeline = PipelineDeclarations.Of(Environment, pipeline, known) };
        await AwsCalls.CallAsync("codepipeline:UpdatePipeline", codePipeline.UpdatePipelineAsync(request, cancellationToken)).ConfigureAwait(false);
    }

    public override async Task DeleteAsync(FoundPart found, KnownParts known, CancellationToken cancellationToken) =>
        await AwsCalls.CallAsync("codepipeline:DeletePipeline", codePipeline.DeletePipelineAsync(new() { Name = Name }, cancellationToken)).ConfigureAwait(false);

    private string? WatchedId(PipelineSource? source) => source switch
    {
        CodeCommitSource codeCommit => PartIds.Of(ResourceKind.SourceRepository, codeCommit.Repository.Name),
        S3Source s3 => PartIds.Of(ResourceKind.Bucket, BucketNames.Planned(Environment, s3.Bucket, BucketNames.Source)),
        EcrSource ecr when Environment.Repository?.Name == ecr.Repository => PartIds.Repository(Environment),
        _ => null,
    };
}
