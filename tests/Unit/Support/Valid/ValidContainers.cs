namespace BlueGreen.Ecs.Tests.Unit.Support.Valid;

/// <summary>Containers that ECS would take in a task: each knows those before it.</summary>
internal sealed class ValidContainers(Dice dice, TaskDefinition task)
{
    private readonly bool _isFargate = task.RequiresCompatibilities.Contains(Compatibility.Fargate);
    private readonly bool _isWindows = task.RuntimePlatform?.OperatingSystemFamily is { } family && family != OperatingSystemFamily.Linux;
    private readonly bool _isAwsvpc = task.NetworkMode == NetworkMode.Awsvpc;
    private readonly List<ContainerDefinition> _made = [];

    public EquatableArray<ContainerDefinition> Make(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var container = Base(i, isEssential: i == 0 || dice.Chance(60));
            container = Surroundings(container, i);
            container = _isWindows ? container : Linux(container);
            _made.Add(_isFargate ? container : OnInstances(container));
        }

        return _made.ToEquatableArray();
    }

    private ContainerDefinition Base(int place, bool isEssential)
    {
        var limit = dice.Number(256, 500);
        return new()
        {
            Name = $"container-{place}_{dice.Of("a", "B", "9")}",
            Image = dice.Of("nginx", "public.ecr.aws/nginx/nginx:1.27", "123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:v2", "web@sha256:" + new string('a', 64)),
            Essential = isEssential ? dice.Of<bool?>(null, true) : false,
            Cpu = dice.MaybeNumber(40, 0, 32),
            Memory = _isFargate ? dice.MaybeNumber(40, 100, 128) : limit, // Elsewhere a container has a size where its task has none.
            MemoryReservation = dice.MaybeNumber(40, 16, 100),
            Environment = dice.Several(60, 3, i => new NamedValue($"NAME_{i}", dice.Of("x", string.Empty, "a=b \"c\" ü"))),
            Secrets = _isFargate || task.ExecutionRoleArn is not null
                ? dice.Several(40, 2, i => new Secret($"SECRET_{i}", dice.Of("/app/parameter", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-a1b2c3:password::")))
                : [],
            EnvironmentFiles = dice.Several(20, 2, i => new EnvironmentFile($"arn:aws:s3:::bucket/{i}.env", EnvironmentFileType.S3)),
            RepositoryCredentials = dice.Maybe(10, () => new RepositoryCredentials("arn:aws:secretsmanager:eu-west-1:123456789012:secret:registry-a1b2c3")),
            EntryPoint = dice.Several(30, 2, _ => dice.Of("sh", "-c")),
            Command = dice.Several(30, 3, _ => dice.Of("run", "--verbose", "echo \"$HOME\"")),
            WorkingDirectory = dice.Maybe(20, () => "/app"),
            User = _isWindows ? null : dice.Maybe(20, () => dice.Of("app", "1000:1000")),
            DockerLabels = dice.Several(30, 2, i => new NamedValue($"com.example.label{i}", "x")),
            VersionConsistency = dice.Chance(20) ? dice.Of(VersionConsistency.Enabled, VersionConsistency.Disabled) : default(VersionConsistency?),
            RestartPolicy = dice.Maybe(20, () => new ContainerRestartPolicy { Enabled = true, IgnoredExitCodes = dice.Several(50, 3, i => i), RestartAttemptPeriod = dice.MaybeNumber(50, 60, 1800) }),
            StartTimeout = dice.MaybeNumber(20, 2, 120),
            StopTimeout = dice.MaybeNumber(20, 2, 120),
            HealthCheck = dice.Maybe(40, HealthCheck),
            DependsOn = _made.Where(_ => dice.Chance(30)).Select(other => new ContainerDependency(other.Name, Condition(other))).ToEquatableArray(),
        };
    }

    private ContainerDefinition Surroundings(ContainerDefinition container, int place) => container with
    {
        PortMappings = task.NetworkMode == NetworkMode.None ? [] : dice.Several(60, 3, i => Port(place, i)),
        LogConfiguration = dice.Maybe(50, Log),
        FirelensConfiguration = place == 0 && !_isWindows ? dice.Maybe(20, () => new FirelensConfiguration
        {
            Type = dice.Of(FirelensConfigurationType.Fluentbit, FirelensConfigurationType.Fluentd),
            Options = dice.Several(50, 1, _ => new NamedValue("enable-ecs-log-metadata", "true")),
        }) : null,
        MountPoints = task.Volumes.Where(_ => dice.Chance(50)).Select(volume => new MountPoint { SourceVolume = volume.Name, ContainerPath = $"/mnt/{volume.Name}", ReadOnly = dice.MaybeFlag(50) }).ToEquatableArray(),
        VolumesFrom = _made.Where(_ => dice.Chance(15)).Select(other => new VolumeFrom { SourceContainer = other.Name, ReadOnly = dice.MaybeFlag(50) }).ToEquatableArray(),
    };

    private ContainerDefinition Linux(ContainerDefinition container) => container with
    {
        ReadonlyRootFilesystem = dice.MaybeFlag(30),
        Interactive = dice.MaybeFlag(10),
        PseudoTerminal = dice.MaybeFlag(10),
        Ulimits = dice.Several(30, 1, _ => new Ulimit(_isFargate ? UlimitName.Nofile : dice.Of(UlimitName.Nofile, UlimitName.Nproc, UlimitName.Core), dice.Number(1024, 4096), dice.Number(4096, 65535))),
        SystemControls = dice.Several(20, 1, _ => new SystemControl { Namespace = "net.ipv4.tcp_keepalive_time", Value = "500" }),
        LinuxParameters = dice.Maybe(40, () => new LinuxParameters
        {
            InitProcessEnabled = dice.MaybeFlag(50),
            Capabilities = dice.Maybe(50, () => new KernelCapabilities { Add = dice.Several(50, 1, _ => "SYS_PTRACE"), Drop = dice.Several(50, 1, _ => dice.Of("ALL", "NET_RAW")) }),
        }),
    };

    private ContainerDefinition OnInstances(ContainerDefinition container) => container with
    {
        Hostname = _isAwsvpc ? null : dice.Maybe(20, () => "web"),
        ExtraHosts = _isAwsvpc ? [] : dice.Several(20, 2, i => new HostEntry($"host{i}", "10.0.0.1")),
        Links = task.NetworkMode is null || task.NetworkMode == NetworkMode.Bridge ? _made.Where(_ => dice.Chance(30)).Select(other => $"{other.Name}:alias").ToEquatableArray() : [],
        DnsServers = _isAwsvpc ? [] : dice.Several(20, 2, _ => "10.0.0.2"),
        DnsSearchDomains = _isAwsvpc ? [] : dice.Several(20, 2, _ => "example.com"),
        DockerSecurityOptions = dice.Several(10, 1, _ => "no-new-privileges"),
        Privileged = dice.MaybeFlag(20),
        DisableNetworking = container.PortMappings.Count == 0 && !_isAwsvpc ? dice.MaybeFlag(10) : null,
        CredentialSpecs = dice.Several(10, 1, _ => "credentialspecdomainless:arn:aws:s3:::bucket/spec.json"),
        ResourceRequirements = dice.Several(15, 1, _ => new ResourceRequirement(ResourceType.Gpu, "1")),
        LinuxParameters = container.LinuxParameters is not { } linux ? null : linux with
        {
            Devices = dice.Several(30, 2, i => new Device { HostPath = $"/dev/{i}", ContainerPath = dice.Maybe(50, () => "/dev/x"), Permissions = dice.Several(50, 1, _ => dice.Of(DeviceAccess.Read, DeviceAccess.Write, DeviceAccess.Mknod)) }),
            Tmpfs = dice.Several(30, 1, _ => new Tmpfs { ContainerPath = "/scratch", Size = dice.Number(1, 128), MountOptions = dice.Several(50, 2, _ => dice.Of("noexec", "nosuid")) }),
            SharedMemorySize = dice.MaybeNumber(30, 1, 128),
            MaxSwap = 256,
            Swappiness = dice.MaybeNumber(30, 0, 100),
        },
    };

    // Ports of other containers and other mappings are never the same.
    private PortMapping Port(int place, int i)
    {
        var port = 8000 + (place * 100) + (i * 10);
        var isBridge = !_isAwsvpc && task.NetworkMode != NetworkMode.Host;
        if ((_isAwsvpc || isBridge) && dice.Chance(15))
        {
            return new() { ContainerPortRange = $"{port}-{port + 5}", Protocol = dice.Of(TransportProtocol.Tcp, TransportProtocol.Udp) };
        }

        var isNamed = dice.Chance(30);
        return new()
        {
            ContainerPort = port,
            HostPort = dice.Chance(50) ? null : isBridge ? dice.Of(0, port + 1000) : port,
            Protocol = isNamed || dice.Chance(50) ? TransportProtocol.Tcp : dice.Of<TransportProtocol?>(TransportProtocol.Udp, null),
            Name = isNamed ? $"port-{place}-{i}" : null,
            AppProtocol = isNamed && dice.Chance(50) ? dice.Of(ApplicationProtocol.Http, ApplicationProtocol.Http2, ApplicationProtocol.Grpc) : default(ApplicationProtocol?),
        };
    }

    private HealthCheck HealthCheck() => new()
    {
        Command = dice.Chance(50) ? ["CMD-SHELL", "curl -f http://localhost/ || exit 1"] : ["CMD", "/healthy"],
        Interval = dice.MaybeNumber(50, 5, 300),
        Timeout = dice.MaybeNumber(50, 2, 60),
        Retries = dice.MaybeNumber(50, 1, 10),
        StartPeriod = dice.MaybeNumber(50, 0, 300),
    };

    private ContainerCondition Condition(ContainerDefinition other) =>
        other.HealthCheck is not null && dice.Chance(50) ? ContainerCondition.Healthy
        : other.Essential == false && dice.Chance(50) ? dice.Of(ContainerCondition.Complete, ContainerCondition.Success)
        : ContainerCondition.Start;

    private LogConfiguration Log() => dice.Number(0, _isFargate ? 1 : 2) switch
    {
        0 when task.ExecutionRoleArn is not null => new()
        {
            LogDriver = LogDriver.Awslogs,
            Options = [new("awslogs-group", "/ecs/web"), new("awslogs-region", "eu-west-1"), new("awslogs-stream-prefix", "web")],
        },
        2 => new() { LogDriver = dice.Of(LogDriver.JsonFile, LogDriver.Journald, LogDriver.Syslog) },
        _ => new()
        {
            LogDriver = LogDriver.Splunk,
            Options = [new("splunk-url", "https://splunk.example")],
            SecretOptions = task.ExecutionRoleArn is null ? [] : [new("splunk-token", "/splunk/token")],
        },
    };
}
