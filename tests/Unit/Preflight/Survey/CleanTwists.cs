using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Tests.Unit.Deploying;

namespace BlueGreen.Ecs.Tests.Unit.Preflight.Survey;

/// <summary>Puts things into an environment as one would by hand, and into the deployment what uses them.</summary>
internal static class CleanTwists
{
    private const string Account = "123456789012";
    private const string List = "application/vnd.oci.image.index.v1+json";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static Task<DeploymentBuilder> AddAsync(CleanTwist twist, EngineBench bench, DeployerProcess aws, DeploymentBuilder deployment) => twist switch
    {
        CleanTwist.ImageByDigest => ByDigestAsync(bench, aws, deployment),
        CleanTwist.ImageForTwoPlatforms => ForAsync(aws, deployment, bench, "amd64", "arm64"),
        CleanTwist.ArmTasks => OnArmAsync(bench, aws, deployment),
        CleanTwist.ImageElsewhere => Task.FromResult(Changed(deployment, (_, web) => web with { Image = "public.ecr.aws/nginx/nginx:1.29" })),
        CleanTwist.SecretInManager => SecretAsync(bench, aws, deployment),
        CleanTwist.ParameterInStore => ParameterAsync(bench, aws, deployment),
        CleanTwist.TaskRole => TaskRoleAsync(aws, deployment),
        CleanTwist.LogGroupToBeMade => MadeLogGroupAsync(aws, deployment),
        CleanTwist.GreenAlarm => Task.FromResult(GreenAlarm(bench, deployment)),
        CleanTwist.SmallerTasks => Task.FromResult(Changed(deployment, (_, web) => web with { MemoryReservation = 256 })),
        CleanTwist.HookThatExists => HookAsync(bench, aws, deployment),
        CleanTwist.FileOfVariables => FileAsync(bench, aws, deployment),
        _ => throw new ArgumentOutOfRangeException(nameof(twist), twist, "No such twist."),
    };

    private static DeploymentBuilder Changed(DeploymentBuilder deployment, Func<TaskDefinition, ContainerDefinition, ContainerDefinition> change)
    {
        var definition = deployment.Build().TaskDefinition!;
        return deployment.WithTaskDef(definition with { ContainerDefinitions = [change(definition, definition.ContainerDefinitions[0]), .. definition.ContainerDefinitions.Skip(1)] });
    }

    private static DeploymentBuilder Changed(DeploymentBuilder deployment, Func<TaskDefinition, TaskDefinition> change) => deployment.WithTaskDef(change(deployment.Build().TaskDefinition!));

    private static async Task<DeploymentBuilder> ByDigestAsync(EngineBench bench, DeployerProcess aws, DeploymentBuilder deployment)
    {
        var found = await aws.Registry.DescribeImagesAsync(new() { RepositoryName = "labo-terraform-admin", ImageIds = [new() { ImageTag = "v2" }] }, Token);
        return Changed(deployment, (_, web) => web with { Image = $"{bench.Service.Image.TrimEnd(':')}@{found.ImageDetails[0].ImageDigest}" });
    }

    private static async Task<DeploymentBuilder> ForAsync(DeployerProcess aws, DeploymentBuilder deployment, EngineBench bench, params string[] processors)
    {
        var manifests = new JsonArray([.. processors.Select((processor, i) => new JsonObject
        {
            ["mediaType"] = "application/vnd.oci.image.manifest.v1+json",
            ["size"] = 1,
            ["digest"] = $"sha256:{new string((char)('a' + i), 64)}",
            ["platform"] = new JsonObject { ["os"] = "linux", ["architecture"] = processor },
        })]);
        var list = new JsonObject { ["schemaVersion"] = 2, ["mediaType"] = List, ["manifests"] = manifests };
        var tag = string.Join('-', processors);
        await aws.Registry.PutImageAsync(new() { RepositoryName = "labo-terraform-admin", ImageTag = tag, ImageManifest = list.ToJsonString(), ImageManifestMediaType = List }, Token);
        return Changed(deployment, (_, web) => web with { Image = bench.Service.Image + tag });
    }

    private static async Task<DeploymentBuilder> OnArmAsync(EngineBench bench, DeployerProcess aws, DeploymentBuilder deployment) =>
        Changed(await ForAsync(aws, deployment, bench, "arm64"), definition => definition with { RuntimePlatform = new() { CpuArchitecture = CpuArchitecture.Arm64 } });

    private static async Task<DeploymentBuilder> SecretAsync(EngineBench bench, DeployerProcess aws, DeploymentBuilder deployment)
    {
        var secret = await aws.Secrets.CreateSecretAsync(new() { Name = "database", SecretString = """{"password":"s3cr3t"}""" }, Token);
        await aws.AllowAsync("ecsTaskExecutionRole", "secretsmanager-GetSecretValue", ["secretsmanager:GetSecretValue"], secret.ARN);
        return Changed(deployment, (_, web) => web with { Secrets = [.. web.Secrets, new("DATABASE_PASSWORD", $"{secret.ARN}:password::")] });
    }

    private static async Task<DeploymentBuilder> ParameterAsync(EngineBench bench, DeployerProcess aws, DeploymentBuilder deployment)
    {
        await aws.Parameters.PutParameterAsync(new() { Name = "/web/token", Value = "s3cr3t", Type = "SecureString" }, Token);
        await aws.AllowAsync("ecsTaskExecutionRole", "ssm-GetParameters", ["ssm:GetParameters"], $"arn:aws:ssm:{bench.Service.Region}:{Account}:parameter/web/*");
        return Changed(deployment, (_, web) => web with { Secrets = [.. web.Secrets, new("TOKEN", "/web/token")] });
    }

    private static async Task<DeploymentBuilder> TaskRoleAsync(DeployerProcess aws, DeploymentBuilder deployment)
    {
        const string Trust = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":["lambda.amazonaws.com","ecs-tasks.amazonaws.com"]},"Action":["sts:AssumeRole"]}}""";
        var role = await aws.Iam.CreateRoleAsync(new() { RoleName = "web", Path = "/apps/", AssumeRolePolicyDocument = Trust }, Token);
        return Changed(deployment, definition => definition with { TaskRoleArn = role.Role.Arn });
    }

    private static async Task<DeploymentBuilder> MadeLogGroupAsync(DeployerProcess aws, DeploymentBuilder deployment)
    {
        await aws.AllowAsync("ecsTaskExecutionRole", "logs-CreateLogGroup", ["logs:CreateLogGroup"], "*");
        return Changed(deployment, (_, web) => web with
        {
            LogConfiguration = web.LogConfiguration! with
            {
                Options = [.. web.LogConfiguration.Options.Where(option => option.Name != "awslogs-group"), new("awslogs-group", "/ecs/new"), new("awslogs-create-group", "true")],
            },
        });
    }

    // Task sets have no hooks.
    private static async Task<DeploymentBuilder> HookAsync(EngineBench bench, DeployerProcess aws, DeploymentBuilder deployment)
    {
        const string Trust = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"ecs.amazonaws.com"},"Action":"sts:AssumeRole"}}""";
        if (bench.Service is ExternalService)
        {
            return deployment;
        }

        bench.Simulator.Functions["smoke-test"] = _ => HookReply.Succeeded();
        await aws.Iam.CreateRoleAsync(new() { RoleName = "ecsHookRole", AssumeRolePolicyDocument = Trust }, Token);
        await aws.AllowAsync("ecsHookRole", "lambda-InvokeFunction", ["lambda:InvokeFunction"], $"arn:aws:lambda:{bench.Service.Region}:{Account}:function:smoke-*");
        return await bench.Service.WithHookAsync(bench, deployment, "smoke-test");
    }

    private static async Task<DeploymentBuilder> FileAsync(EngineBench bench, DeployerProcess aws, DeploymentBuilder deployment)
    {
        await aws.S3.PutBucketAsync(new Amazon.S3.Model.PutBucketRequest { BucketName = "settings", BucketRegion = bench.Service.Region }, Token);
        await aws.S3.PutObjectAsync(new() { BucketName = "settings", Key = "shop/web.env", ContentBody = "COLOR=green" }, Token);
        await aws.AllowAsync("ecsTaskExecutionRole", "s3-GetObject", ["s3:GetObject"], "arn:aws:s3:::settings/*");
        await aws.AllowAsync("ecsTaskExecutionRole", "s3-GetBucketLocation", ["s3:GetBucketLocation"], "arn:aws:s3:::settings");
        return Changed(deployment, (_, web) => web with { EnvironmentFiles = [new("arn:aws:s3:::settings/shop/web.env", EnvironmentFileType.S3)] });
    }

    private static DeploymentBuilder GreenAlarm(EngineBench bench, DeploymentBuilder deployment)
    {
        bench.Simulator.SetAlarmState("5xx-high", "OK", region: bench.Service.Region);
        return deployment.RollBackOn(RollBackTrigger.Alarm("5xx-high"));
    }
}
