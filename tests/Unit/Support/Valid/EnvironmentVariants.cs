using BlueGreen.Ecs.Documents;

namespace BlueGreen.Ecs.Tests.Unit.Support.Valid;

/// <summary>Environments of every kind.</summary>
internal static class EnvironmentVariants
{
    private const string Account = "arn:aws:iam::123456789012:role/";
    private const string Certificate = "arn:aws:acm:eu-west-1:123456789012:certificate/12345678-1234-1234-1234-123456789012";
    private const string Seed = "Fixtures/seed/taskdef.json";

    public static IReadOnlyDictionary<string, BlueGreenEnvironment> All { get; } = new Dictionary<string, BlueGreenEnvironment>(StringComparer.Ordinal)
    {
        ["walk-through"] = BlueGreenEnvironment.For("labo-terraform-admin").WithTaskDef(Seed).Build(),
        ["everything"] = Everything(),
        ["existing"] = Existing(),
        ["ecs-native"] = BlueGreenEnvironment
            .For("native")
            .WithTaskDef(Seed)
            .WithTestListener(8080)
            .WithAlarm(new("native-5xx"))
            .WithAlarm(new("native-others", IsExisting: true))
            .WithDeployments(new() { Shift = TrafficShift.Canary10Percent5Minutes, Bake = TimeSpan.FromMinutes(15) })
            .DeployedBy(EnvironmentController.EcsNative)
            .Build(),
        ["external"] = BlueGreenEnvironment.For("outside").WithTaskDef(Seed).WithTestListener(8080).DeployedBy(EnvironmentController.External).Build(),
        ["pipeline"] = BlueGreenEnvironment
            .For("delivered")
            .WithTaskDef(Seed)
            .WithPipeline(pipeline => pipeline
                .WithBuild(new EnvironmentBuild { Variables = [new("STAGE", "live"), new("TOKEN", "/delivered/token", BuildVariableType.ParameterStore)] })
                .WithFile("buildspec.yml", BuildSpecDocument.ToYaml(BuildSpec.ForDockerImage("delivered").Build()))
                .WithFile("taskdef.json", File.ReadAllText(Seed))
                .WithFile("appspec.yaml", File.ReadAllText("Fixtures/seed/appspec.yaml"))
                .WithApproval("Ship it?"))
            .Build(),
        ["pipeline-of-archives"] = BlueGreenEnvironment
            .For("archived")
            .WithTaskDef(Seed)
            .DeployedBy(EnvironmentController.EcsNative)
            .WithPipeline(pipeline => pipeline.FromS3("app.zip").WithBuild(BuildSpec.ForDockerImage("archived").WithArtifacts("imagedefinitions.json").Build()))
            .Build(),
        ["instances"] = BlueGreenEnvironment.For("instances").WithTaskDef(OnInstances()).WithLeastPrivilege().Build(),
    };

    private static BlueGreenEnvironment Everything() => BlueGreenEnvironment
        .For("shop")
        .InCluster("web")
        .WithService("shop-front")
        .WithTaskDef(Rich())
        .WithImageTag("v1")
        .WithDesiredCount(3)
        .WithRepository("team/shop")
        .WithLogRetention(30)
        .WithExecutionRole("shop-execution")
        .WithTaskRole("shop-task", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::pictures/${aws:PrincipalTag/shop}/*"}]}""")
        .WithTrafficRole("shop-traffic")
        .WithLeastPrivilege()
        .InNetwork(new()
        {
            Subnets = ["subnet-0a1b2c3d4e5f60718", "subnet-1b2c3d4e5f607182a"],
            TaskSubnets = ["subnet-2b2c3d4e5f607182a", "subnet-3b2c3d4e5f607182a"],
            AssignPublicIp = false,
            AdmittedRange = "10.0.0.0/8",
        })
        .WithLoadBalancer("shop-balancer", isInternal: true)
        .WithProductionListener(443, Certificate)
        .WithTestListener(8443, Certificate)
        .WithTargetGroups(new() { Blue = "shop-blue", Green = "shop-green", HealthCheckPath = "/health", HealthCheckInterval = TimeSpan.FromSeconds(5), HealthyCodes = "200-299" })
        .WithDeployments(new() { Shift = TrafficShift.Linear(25, TimeSpan.FromMinutes(2)), ReadyWait = TimeSpan.FromMinutes(30), Bake = TimeSpan.FromMinutes(10) })
        .WithCodeDeploy("shop-application", "shop-group")
        .WithAlarm(new("shop-5xx") { Threshold = 20, Periods = 2 })
        .WithAlarm(new("shop-others", IsExisting: true))
        .WithTag("team", "front")
        .Build();

    private static BlueGreenEnvironment Existing() => BlueGreenEnvironment
        .For("guest")
        .InExistingCluster("web")
        .WithTaskDef(Seed)
        .WithExistingRepository("guest")
        .WithExistingLogGroup("/ecs/aws-ecs-getting-started")
        .WithExistingExecutionRole("ecsTaskExecutionRole")
        .WithExistingTaskRole($"{Account}guest")
        .WithExistingTrafficRole("CodeDeployECSRole")
        .WithExistingLoadBalancer("arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/shared/50dc6c495c0c9188")
        .WithProductionListener(9000)
        .WithAlarm(new("guest-5xx"))
        .Build();

    private static TaskDefinition Rich() => new()
    {
        Family = "shop",
        RequiresCompatibilities = [Compatibility.Fargate],
        NetworkMode = NetworkMode.Awsvpc,
        Cpu = "512",
        Memory = "1024",
        RuntimePlatform = new() { CpuArchitecture = CpuArchitecture.Arm64, OperatingSystemFamily = OperatingSystemFamily.Linux },
        Volumes = [new() { Name = "pictures", EfsVolumeConfiguration = new() { FileSystemId = "fs-12345678", TransitEncryption = EfsTransitEncryption.Enabled } }],
        ContainerDefinitions =
        [
            new()
            {
                Name = "shop",
                Image = "<IMAGE1_NAME>",
                Essential = true,
                Command = ["sh", "-c", "echo ${HOME}"],
                DockerLabels = [new("owner", "front")],
                Environment = [new("HOME", "/shop")],
                HealthCheck = new() { Command = ["CMD", "true"], Interval = 30 },
                MountPoints = [new() { SourceVolume = "pictures", ContainerPath = "/pictures", ReadOnly = true }],
                PortMappings = [new() { ContainerPort = 8000 }],
                Secrets = [new("KEY", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop-AbCdEf"), new("NAME", "/shop/name")],
            },
        ],
    };

    private static TaskDefinition OnInstances() => new()
    {
        Family = "instances",
        RequiresCompatibilities = [Compatibility.Ec2],
        NetworkMode = NetworkMode.Bridge,
        ContainerDefinitions = [new() { Name = "app", Image = "<IMAGE1_NAME>", Essential = true, Memory = 256, PortMappings = [new() { ContainerPort = 80, HostPort = 0 }] }],
    };
}
