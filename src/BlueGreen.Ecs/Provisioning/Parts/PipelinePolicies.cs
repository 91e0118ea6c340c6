using BlueGreen.Ecs.Documents;
using BlueGreen.Ecs.Documents.Rules;
using BlueGreen.Ecs.Planning;
using BlueGreen.Ecs.Preflight.Survey;

namespace BlueGreen.Ecs.Provisioning.Parts;

/// <summary>What the roles of a pipeline and its builds need, no more: AWS has no managed policy for them. Pure.</summary>
internal static class PipelinePolicies
{
    private static readonly string[] ToTasks = ["ecs.amazonaws.com", "ecs-tasks.amazonaws.com"];
    private static readonly string[] Pushing = [.. RolePermissions.Pulling, "ecr:InitiateLayerUpload", "ecr:UploadLayerPart", "ecr:CompleteLayerUpload", "ecr:PutImage"];

    /// <summary>For the pipeline: its artifacts, its sources, its build, and the deployment.</summary>
    public static string? OfPipeline(BlueGreenEnvironment environment, EnvironmentPipeline pipeline, KnownParts known) => PolicyText.Of(
    [
        .. Artifacts(environment, pipeline, known.Place),
        .. new[] { pipeline.Source, pipeline.Templates }.OfType<PipelineSource>().SelectMany(source => Watching(environment, source, known.Place)),
        .. pipeline.Build is { } build ? [new PolicyStatement(["codebuild:StartBuild", "codebuild:BatchGetBuilds"], [known.Place.Arn("codebuild", $"project/{build.Project}")])] : Array.Empty<PolicyStatement>(),
        .. environment.CodeDeploy is { } target ? ByCodeDeploy(target, known.Place) : ByEcs(environment, known.Place),
        new(["ecs:RegisterTaskDefinition"], ["*"]),
        new(["ecs:TagResource"], [known.Place.Arn("ecs", "task-definition/*")]) { CreateAction = "RegisterTaskDefinition" },
        new(["iam:PassRole"], DesiredTaskDefinition.RoleArns(environment, known), ToTasks),
    ]);

    /// <summary>For builds: logs, artifacts, the environment's image repository, and what variables refer to.</summary>
    public static string? OfBuild(BlueGreenEnvironment environment, EnvironmentPipeline pipeline, EnvironmentBuild build, KnownParts known)
    {
        var place = known.Place;
        var group = place.Arn("logs", $"log-group:{PartNames.BuildLogs(build)}");
        var secrets = Secrets(pipeline, build).ToLookup(secret => secret.IsParameter, secret => ArnOf(secret.IsParameter, secret.Reference, place));
        var image = ImageName.Parse(build.Image) is { IsOfEcr: true, Mistake: null } own ? place.RepositoryArn(own) : null;
        string[] parameters = [.. secrets[true].Distinct(StringComparer.Ordinal)];
        string[] others = [.. secrets[false].Distinct(StringComparer.Ordinal)];
        PolicyStatement?[] statements =
        [
            new(["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"], [group, $"{group}:*"]),
            .. Artifacts(environment, pipeline, place),
            environment.Repository is not null || image is not null ? new(["ecr:GetAuthorizationToken"], ["*"]) : null,
            environment.Repository is { } repository ? new(Pushing, [place.Arn("ecr", $"repository/{repository.Name}")]) : null,
            image is not null ? new(RolePermissions.Pulling, [image]) : null,
            parameters.Length > 0 ? new(["ssm:GetParameters"], parameters) : null,
            others.Length > 0 ? new(["secretsmanager:GetSecretValue"], others) : null,
        ];
        return PolicyText.Of([.. statements.OfType<PolicyStatement>()]);
    }

    private static PolicyStatement[] Artifacts(BlueGreenEnvironment environment, EnvironmentPipeline pipeline, AwsPlace place)
    {
        var bucket = BucketNames.Of(environment, pipeline.Bucket, BucketNames.Artifacts, place);
        return
        [
            new(["s3:GetObject", "s3:GetObjectVersion", "s3:PutObject"], [BucketNames.Arn(bucket, place, "/*")]),
            new(["s3:GetBucketAcl", "s3:GetBucketLocation", "s3:GetBucketVersioning"], [BucketNames.Arn(bucket, place)]),
        ];
    }

    private static PolicyStatement[] Watching(BlueGreenEnvironment environment, PipelineSource source, AwsPlace place)
    {
        switch (source)
        {
            case CodeCommitSource codeCommit:
                return [new(["codecommit:GetBranch", "codecommit:GetCommit", "codecommit:UploadArchive", "codecommit:GetUploadArchiveStatus", "codecommit:CancelUploadArchive"], [place.Arn("codecommit", codeCommit.Repository.Name)])];
            case S3Source s3:
                var bucket = BucketNames.Of(environment, s3.Bucket, BucketNames.Source, place);
                return
                [
                    new(["s3:GetObject", "s3:GetObjectVersion", "s3:GetObjectTagging", "s3:GetObjectVersionTagging"], [BucketNames.Arn(bucket, place, $"/{s3.Key}")]),
                    new(["s3:ListBucket", "s3:GetBucketAcl", "s3:GetBucketLocation", "s3:GetBucketVersioning"], [BucketNames.Arn(bucket, place)]),
                ];
            case EcrSource ecr:
                return [new(["ecr:DescribeImages"], [place.Arn("ecr", $"repository/{ecr.Repository}")])];
            case ConnectionSource connection:
                return [new([$"{connection.ConnectionArn.Split(':')[2]}:UseConnection"], [connection.ConnectionArn])];
            default:
                return [];
        }
    }

    private static PolicyStatement[] ByCodeDeploy(CodeDeployTarget target, AwsPlace place) =>
    [
        new(["codedeploy:CreateDeployment", "codedeploy:GetDeployment"], [place.Arn("codedeploy", $"deploymentgroup:{target.Application}/{target.DeploymentGroup}")]),
        new(["codedeploy:GetApplication", "codedeploy:GetApplicationRevision", "codedeploy:RegisterApplicationRevision"], [place.Arn("codedeploy", $"application:{target.Application}"), place.Arn("codedeploy", $"application:{target.Application}/*")]),
        new(["codedeploy:GetDeploymentConfig"], [place.Arn("codedeploy", "deploymentconfig:*")]),
    ];

    private static PolicyStatement[] ByEcs(BlueGreenEnvironment environment, AwsPlace place) =>
    [
        new(["ecs:DescribeServices", "ecs:UpdateService"], [place.Arn("ecs", $"service/{environment.Cluster.Name}/{environment.Service.Name}")]),
        new(["ecs:DescribeTaskDefinition", "ecs:DescribeTasks", "ecs:ListTasks"], ["*"]),
    ];

    // Also those of the buildspec, where it is known.
    private static IEnumerable<(bool IsParameter, string Reference)> Secrets(EnvironmentPipeline pipeline, EnvironmentBuild build)
    {
        var variables = (build.BuildSpec ?? SpecOf(pipeline, build))?.Environment;
        return
        [
            .. build.Variables.Where(variable => variable.Type != BuildVariableType.PlainText).Select(variable => (variable.Type == BuildVariableType.ParameterStore, variable.Value)),
            .. (variables?.ParameterStore ?? []).Select(variable => (true, variable.Value)),
            .. (variables?.SecretsManager ?? []).Select(variable => (false, variable.Value)),
        ];
    }

    private static BuildSpec? SpecOf(EnvironmentPipeline pipeline, EnvironmentBuild build) =>
        (pipeline.Source as CodeCommitSource)?.Files.FirstOrDefault(file => file.Path == build.BuildSpecPath) is { } file ? BuildSpecDocument.Parse(System.Text.Encoding.UTF8.GetString([.. file.Content])) : null;

    // A secret's ARN ends in six letters that are drawn; in a reference, keys and versions stand behind it.
    private static string ArnOf(bool isParameter, string reference, AwsPlace place) =>
        isParameter ? (ArnText.IsArn(reference) ? reference : place.Arn("ssm", $"parameter/{reference.TrimStart('/')}"))
        : ArnText.IsArn(reference) ? string.Join(':', reference.Split(':').Take(7))
        : place.Arn("secretsmanager", $"secret:{reference.Split(':')[0]}-??????");
}
