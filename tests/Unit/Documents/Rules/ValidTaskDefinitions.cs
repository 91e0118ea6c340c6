using CsCheck;

namespace BlueGreen.Ecs.Tests.Unit.Documents.Rules;

/// <summary>Random task definitions that ECS takes.</summary>
internal static class ValidTaskDefinitions
{
    private const string Secret = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop";

    private static readonly (string Cpu, string Memory)[] Sizes =
    [
        ("256", "512"), ("256", "2048"), (".25 vCPU", "1 GB"), ("512", "3072"), ("1024", "8192"), ("1 vCPU", "2GB"), ("2048", "16384"), ("4 vcpu", "30720"), ("8192", "20480"), ("16384", "40960"),
    ];

    private static readonly string[] Images =
    [
        "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/web:v2", "public.ecr.aws/nginx/nginx:1.27", "<IMAGE1_NAME>", "registry.example.com:5000/a/b_c-d.e:1.0-rc.1",
        "ghcr.io/team/web@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
    ];

    private static readonly LogConfiguration Awslogs = new()
    {
        LogDriver = LogDriver.Awslogs,
        Options = [new("awslogs-group", "/ecs/web"), new("awslogs-region", "us-gov-east-1"), new("awslogs-stream-prefix", "web")],
    };

    private static readonly LogConfiguration?[] Logs = [null, Awslogs, new() { LogDriver = LogDriver.Awsfirelens }, new() { LogDriver = LogDriver.Splunk, SecretOptions = [new("splunk-token", Secret)] }];

    private static readonly HealthCheck?[] Checks =
    [
        null, new() { Command = ["CMD-SHELL", "curl -f http://localhost/ || exit 1"], Interval = 5, Timeout = 60, Retries = 10, StartPeriod = 300 }, new() { Command = ["CMD", "/bin/check", "-v"] },
    ];

    public static Gen<TaskDefinition> Any { get; } =
        from isForFargate in Gen.Bool
        from size in Gen.OneOf(Sizes)
        from count in Gen.Int[1, 10]
        from containers in Container(isForFargate).Array[count]
        from mode in Gen.OneOf("awsvpc", "bridge", "host")
        from isArm in Gen.Bool
        from storage in Gen.Int[0, 200]
        from tags in Gen.Int[0, 50]
        select new TaskDefinition
        {
            Family = "shop_web-1",
            ExecutionRoleArn = "arn:aws:iam::123456789012:role/service-role/ecsTaskExecutionRole",
            TaskRoleArn = isArm ? "shopTask" : null,
            RequiresCompatibilities = isForFargate ? ["FARGATE"] : ["EC2"],
            NetworkMode = isForFargate ? NetworkMode.Awsvpc : new NetworkMode(mode),
            Cpu = size.Cpu,
            Memory = size.Memory,
            RuntimePlatform = isArm ? new() { CpuArchitecture = CpuArchitecture.Arm64, OperatingSystemFamily = OperatingSystemFamily.Linux } : null,
            EphemeralStorage = isForFargate && storage > 20 ? new() { SizeInGiB = storage } : null,
            Volumes = [new() { Name = "data", EfsVolumeConfiguration = new() { FileSystemId = "fs-1" } }, new() { Name = "scratch", Host = new() }],
            Tags = Enumerable.Range(0, tags).Select(i => new Tag($"key{i}", "value")).ToEquatableArray(),
            ContainerDefinitions = containers.Select((container, i) => Place(container, i, containers)).ToEquatableArray(),
        };

    private static Gen<ContainerDefinition> Container(bool isForFargate) =>
        from image in Gen.OneOf(Images)
        from log in Gen.OneOf(Logs)
        from check in Gen.OneOf(Checks)
        from memory in Gen.Int[6, 51]
        from essential in Gen.OneOf<bool?>(true, false, null)
        from timeout in Gen.Int[2, 120]
        from isLimited in Gen.Bool
        select new ContainerDefinition
        {
            Name = "set below",
            Image = image,
            LogConfiguration = log,
            HealthCheck = check,
            Cpu = 25,
            Memory = memory,
            MemoryReservation = isLimited ? memory - 1 : null,
            Essential = essential,
            StopTimeout = timeout,
            Environment = [new("NODE_ENV", "production mode"), new("spring.url", "東京·大阪"), new("EMPTY", string.Empty)],
            EnvironmentFiles = isLimited ? [new("arn:aws:s3:::bucket/web.env", EnvironmentFileType.S3)] : [],
            Secrets = isLimited ? [new("TOKEN", Secret)] : [],
            Ulimits = isLimited ? [new(UlimitName.Nofile, 1024, 65535)] : [],
            RestartPolicy = isLimited ? new() { Enabled = true, RestartAttemptPeriod = 60 } : null,
            MountPoints = [new() { SourceVolume = "data", ContainerPath = "/data" }],
            LinuxParameters = isForFargate ? new() { InitProcessEnabled = true, Capabilities = new() { Add = ["SYS_PTRACE"] } } : new() { SharedMemorySize = 64 },
            Privileged = isForFargate ? false : isLimited,
        };

    // Names and ports that differ, and dependencies on earlier containers only.
    private static ContainerDefinition Place(ContainerDefinition container, int i, ContainerDefinition[] all) => container with
    {
        Name = $"container-{i}",
        Essential = i == 0 ? true : container.Essential,
        PortMappings = [new() { ContainerPort = 8000 + i, HostPort = i % 2 == 0 ? 8000 + i : null, Protocol = i % 3 == 0 ? TransportProtocol.Udp : default(TransportProtocol?) }],
        DependsOn = i == 0 ? [] : [new($"container-{i - 1}", Condition(all[i - 1], isFirst: i == 1))],
    };

    private static ContainerCondition Condition(ContainerDefinition other, bool isFirst) =>
        other.HealthCheck is not null ? ContainerCondition.Healthy
        : other.Essential is false && !isFirst ? ContainerCondition.Success
        : ContainerCondition.Start;
}
