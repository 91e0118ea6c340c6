using Amazon.CodeBuild;
using Amazon.CodeCommit;
using Amazon.CodePipeline;
using Amazon.S3;

namespace BlueGreen.Ecs.Provisioning.Parts;

/// <summary>Takes an environment's pipeline apart: every resource, each behind those on which it depends.</summary>
internal sealed class PipelineParts(IAmazonCodePipeline codePipeline, IAmazonCodeBuild codeBuild, IAmazonCodeCommit codeCommit, IAmazonS3 s3)
{
    public IEnumerable<EnvironmentPart> Of(BlueGreenEnvironment environment)
    {
        if (environment.Pipeline is not { } pipeline)
        {
            yield break;
        }

        foreach (var source in new[] { pipeline.Source, pipeline.Templates })
        {
            if (source is CodeCommitSource repository)
            {
                yield return new SourceRepositoryPart(environment, repository, codeCommit);
            }
            else if (source is S3Source archive)
            {
                yield return new BucketPart(environment, archive.Bucket, BucketNames.Source, s3);
            }
        }

        yield return new BucketPart(environment, pipeline.Bucket, BucketNames.Artifacts, s3);
        if (pipeline.Build is { } build)
        {
            yield return new BuildProjectPart(environment, build, codeBuild);
        }

        yield return new PipelinePart(environment, pipeline, codePipeline);
    }
}
