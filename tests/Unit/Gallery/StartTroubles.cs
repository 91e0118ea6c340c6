using BlueGreen.Ecs.Simulator;

namespace BlueGreen.Ecs.Tests.Unit.Gallery;

/// <summary>Tasks that do not start: images, roles, secrets, logs.</summary>
internal static class StartTroubles
{
    private const string SecretArn = "arn:aws:secretsmanager:ap-northeast-1:123456789012:secret:missing-AbCdEf";

    public static IEnumerable<Trouble> All { get; } =
    [
        new("the image's tag does not exist") { Deployment = _ => GalleryScene.Deploy("v3"), Before = "BG502", After = "BG904" },
        new("the image's repository does not exist")
        {
            Deployment = scene => GalleryScene.DeployContainer(container => container with { Image = "123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/labo-terraform-amdin:v2" }),
            Before = "BG501",
            After = "BG904",
        },
        new("Docker Hub's limit of anonymous pulls is reached")
        {
            Cause = scene =>
            {
                scene.Simulator.Images["nginx:1.29"].CannotBePulled("toomanyrequests: You have reached your pull rate limit. You may increase the limit by authenticating and upgrading");
                return Task.CompletedTask;
            },
            Deployment = _ => GalleryScene.DeployContainer(container => container with { Image = "nginx:1.29" }),
            Before = "BG134",
            After = "BG905",
        },
        new("the execution role may not pull from ECR")
        {
            Cause = async scene =>
            {
                await scene.DetachAsync(GalleryScene.ExecutionRole, "service-role/AmazonECSTaskExecutionRolePolicy");
                await scene.AllowAsync(GalleryScene.ExecutionRole, "ecr:GetAuthorizationToken", "logs:CreateLogStream", "logs:PutLogEvents");
            },
            Before = "BG603",
            After = "BG906",
        },
        new("the execution role may not be taken on by ECS")
        {
            Cause = scene => scene.TrustAsync(GalleryScene.ExecutionRole, "ec2.amazonaws.com"),
            Before = "BG602",
            After = "BG911",
        },
        new("the execution role was deleted")
        {
            Cause = async scene =>
            {
                await scene.DetachAsync(GalleryScene.ExecutionRole, "service-role/AmazonECSTaskExecutionRolePolicy");
                await scene.Aws.Iam.DeleteRoleAsync(new() { RoleName = GalleryScene.ExecutionRole }, GalleryScene.Token);
            },
            Before = "BG601",
            After = "BG911",
        },
        new("the execution role is of another account")
        {
            Deployment = _ => GalleryScene.Deploy(definition => definition with { ExecutionRoleArn = "arn:aws:iam::999999999999:role/ecsTaskExecutionRole" }),
            Before = "BG267",
        },
        new("the image is for another processor")
        {
            Cause = async scene => await scene.Aws.Registry.PutImageAsync(
                new()
                {
                    RepositoryName = GalleryScene.Container,
                    ImageTag = "arm",
                    ImageManifestMediaType = "application/vnd.oci.image.index.v1+json",
                    ImageManifest = $$$"""{"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[{"mediaType":"application/vnd.oci.image.manifest.v1+json","size":1,"digest":"sha256:{{{new string('a', 64)}}}","platform":{"os":"linux","architecture":"arm64"}}]}""",
                },
                GalleryScene.Token),
            Deployment = _ => GalleryScene.Deploy("arm"),
            Before = "BG503",
            After = "BG908",
        },
        new("a secret is missing")
        {
            Cause = scene => scene.AllowAsync(GalleryScene.ExecutionRole, "secretsmanager:GetSecretValue"),
            Deployment = _ => GalleryScene.DeployContainer(container => container with { Secrets = [new("PASSWORD", SecretArn)] }),
            Before = "BG268",
            After = "BG909",
        },
        new("a secret may not be read")
        {
            Cause = async scene => await scene.Aws.Secrets.CreateSecretAsync(new() { Name = "database", SecretString = "s3cr3t" }, GalleryScene.Token),
            Deployment = scene => GalleryScene.DeployContainer(container => container with { Secrets = [new("PASSWORD", SecretOf(scene))] }),
            Before = "BG603",
            After = "BG910",
        },
        new("a file of variables is missing")
        {
            Cause = async scene => await scene.Aws.S3.PutBucketAsync(new Amazon.S3.Model.PutBucketRequest { BucketName = "settings", BucketRegion = scene.Seed.Region }, GalleryScene.Token),
            Deployment = _ => GalleryScene.DeployContainer(container => container with { EnvironmentFiles = [new("arn:aws:s3:::settings/web.env", EnvironmentFileType.S3)] }),
            Before = "BG269",
        },
        new("the log group is missing")
        {
            Cause = async scene => await scene.Aws.Logs.DeleteLogGroupAsync(new() { LogGroupName = "/ecs/aws-ecs-getting-started" }, GalleryScene.Token),
            Before = "BG266",
            After = "BG912",
        },
        new("the container exits at once")
        {
            Cause = Behave(image => image.Logs("Error: Cannot find module '/app/server.js'").Crashes()),
            After = "BG903",
        },
        new("the container runs out of memory") { Cause = Behave(image => image.RunsOutOfMemory()), After = "BG914" },
        new("the container fails its own health check")
        {
            Cause = Behave(image => image.FailsItsOwnHealthCheck()),
            Deployment = _ => GalleryScene.DeployContainer(container => container with { HealthCheck = new() { Command = ["CMD-SHELL", "curl -f http://localhost:5000/ || exit 1"] } }),
            After = "BG915",
        },
    ];

    private static Func<GalleryScene, Task> Behave(Action<ImageBehavior> behave) => scene =>
    {
        behave(scene.Version2);
        return Task.CompletedTask;
    };

    private static string SecretOf(GalleryScene scene) => scene.Aws.Secrets.DescribeSecretAsync(new() { SecretId = "database" }, GalleryScene.Token).GetAwaiter().GetResult().ARN;
}
