using Aws = Amazon.ECS.Model;

namespace BlueGreen.Ecs.Planning;

/// <summary>Turns a registered task definition into the model.</summary>
internal static class TaskDefinitionReading
{
    public static TaskDefinition FromAws(Aws.TaskDefinition definition) => new()
    {
        Family = definition.Family,
        ExecutionRoleArn = definition.ExecutionRoleArn,
        TaskRoleArn = definition.TaskRoleArn,
        NetworkMode = definition.NetworkMode?.Value,
        RequiresCompatibilities = Texts(definition.RequiresCompatibilities),
        Cpu = definition.Cpu,
        Memory = definition.Memory,
        RuntimePlatform = definition.RuntimePlatform is { } platform
            ? new() { CpuArchitecture = platform.CpuArchitecture?.Value, OperatingSystemFamily = platform.OperatingSystemFamily?.Value }
            : null,
        EphemeralStorageGiB = definition.EphemeralStorage?.SizeInGiB,
        ContainerDefinitions = List(definition.ContainerDefinitions, FromContainer),
    };

    /// <summary>Names of members that the registered task definition uses and the model does not know, so that it can be neither compared nor changed without loss.</summary>
    public static IReadOnlyList<string> UnknownMembers(Aws.TaskDefinition definition) =>
    [
        .. Used(string.Empty,
            ("volumes", definition.Volumes is { Count: > 0 }),
            ("placementConstraints", definition.PlacementConstraints is { Count: > 0 }),
            ("proxyConfiguration", definition.ProxyConfiguration is not null),
            ("pidMode", definition.PidMode is not null),
            ("ipcMode", definition.IpcMode is not null),
            ("inferenceAccelerators", definition.InferenceAccelerators is { Count: > 0 }),
            ("enableFaultInjection", definition.EnableFaultInjection is true)),
        .. (definition.ContainerDefinitions ?? []).SelectMany(UnknownMembers),
    ];

    private static IEnumerable<string> UnknownMembers(Aws.ContainerDefinition container) => Used($"containerDefinitions[{container.Name}].",
        ("links", container.Links is { Count: > 0 }),
        ("environmentFiles", container.EnvironmentFiles is { Count: > 0 }),
        ("mountPoints", container.MountPoints is { Count: > 0 }),
        ("volumesFrom", container.VolumesFrom is { Count: > 0 }),
        ("linuxParameters", container.LinuxParameters is not null),
        ("repositoryCredentials", container.RepositoryCredentials is not null),
        ("restartPolicy", container.RestartPolicy is not null),
        ("versionConsistency", container.VersionConsistency is not null),
        ("hostname", container.Hostname is not null),
        ("disableNetworking", container.DisableNetworking is true),
        ("privileged", container.Privileged is true),
        ("dnsServers", container.DnsServers is { Count: > 0 }),
        ("dnsSearchDomains", container.DnsSearchDomains is { Count: > 0 }),
        ("extraHosts", container.ExtraHosts is { Count: > 0 }),
        ("dockerSecurityOptions", container.DockerSecurityOptions is { Count: > 0 }),
        ("interactive", container.Interactive is true),
        ("pseudoTerminal", container.PseudoTerminal is true),
        ("ulimits", container.Ulimits is { Count: > 0 }),
        ("systemControls", container.SystemControls is { Count: > 0 }),
        ("resourceRequirements", container.ResourceRequirements is { Count: > 0 }),
        ("firelensConfiguration", container.FirelensConfiguration is not null),
        ("credentialSpecs", container.CredentialSpecs is { Count: > 0 }),
        ("portMappings.containerPortRange", container.PortMappings?.Exists(mapping => mapping.ContainerPortRange is not null) is true));

    private static IEnumerable<string> Used(string prefix, params IEnumerable<(string Name, bool IsUsed)> members) =>
        members.Where(member => member.IsUsed).Select(member => prefix + member.Name);

    private static ContainerDefinition FromContainer(Aws.ContainerDefinition container) => new()
    {
        Name = container.Name,
        Image = container.Image,
        Cpu = container.Cpu,
        Memory = container.Memory,
        MemoryReservation = container.MemoryReservation,
        Essential = container.Essential,
        PortMappings = List(container.PortMappings, mapping => new PortMapping
        {
            ContainerPort = mapping.ContainerPort,
            HostPort = mapping.HostPort,
            Protocol = mapping.Protocol?.Value,
            Name = mapping.Name,
            AppProtocol = mapping.AppProtocol?.Value,
        }),
        Environment = List(container.Environment, variable => new NamedValue(variable.Name, variable.Value)),
        Secrets = List(container.Secrets, FromSecret),
        EntryPoint = Texts(container.EntryPoint),
        Command = Texts(container.Command),
        LogConfiguration = container.LogConfiguration is { } log
            ? new() { LogDriver = log.LogDriver.Value, Options = Map(log.Options), SecretOptions = List(log.SecretOptions, FromSecret) }
            : null,
        HealthCheck = container.HealthCheck is { } check
            ? new() { Command = Texts(check.Command), Interval = check.Interval, Timeout = check.Timeout, Retries = check.Retries, StartPeriod = check.StartPeriod }
            : null,
        DependsOn = List(container.DependsOn, dependency => new ContainerDependency(dependency.ContainerName, dependency.Condition.Value)),
        WorkingDirectory = container.WorkingDirectory,
        User = container.User,
        ReadonlyRootFilesystem = container.ReadonlyRootFilesystem,
        StartTimeout = container.StartTimeout,
        StopTimeout = container.StopTimeout,
        DockerLabels = Map(container.DockerLabels),
    };

    private static Secret FromSecret(Aws.Secret secret) => new(secret.Name, secret.ValueFrom);

    private static EquatableArray<string> Texts(List<string>? items) => (items ?? []).ToEquatableArray();

    private static EquatableArray<TOut> List<TIn, TOut>(List<TIn>? items, Func<TIn, TOut> map) => (items ?? []).Select(map).ToEquatableArray();

    private static EquatableArray<NamedValue> Map(Dictionary<string, string>? values) =>
        (values ?? []).Select(entry => new NamedValue(entry.Key, entry.Value)).ToEquatableArray();
}
