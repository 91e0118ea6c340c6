using Amazon.CodeBuild;
using Amazon.CodeCommit;
using Amazon.CodePipeline;
using Amazon.IdentityManagement;
using Amazon.S3;

namespace BlueGreen.Ecs.Provisioning.Parts;

/// <summary>Takes an environment's pipeline apart: every resource, each behind those on which it depends.</summary>
internal sealed class PipelineParts(IAmazonCodePipeline codePipeline, IAmazonCodeBuild codeBuild, IAmazonCodeCommit codeCommit, IAmazonS3 s3, IAmazonIdentityManagementService iam)
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
        if (pipeline.Build is { Role: { } role } build)
        {
            yield return new RolePart(environment, new(role, "role of builds", "codebuild.amazonaws.com", ManagedPolicy: null, known => PipelinePolicies.OfBuild(environment, pipeline, build, known)), iam);
            yield return new BuildProjectPart(environment, build, codeBuild);
        }

        string[] passed = [PartIds.Role(environment.ExecutionRole), .. environment.TaskRole is { } task ? [PartIds.Role(task)] : Array.Empty<string>()];
        var wish = new RoleWish(pipeline.Role, "role of the pipeline", "codepipeline.amazonaws.com", ManagedPolicy: null, known => PipelinePolicies.OfPipeline(environment, pipeline, known)) { Before = passed };
        yield return new RolePart(environment, wish, iam);
        yield return new PipelinePart(environment, pipeline, codePipeline);
    }
}
