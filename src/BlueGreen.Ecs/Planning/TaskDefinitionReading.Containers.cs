using Aws = Amazon.ECS.Model;

namespace BlueGreen.Ecs.Planning;

/// <content>A container.</content>
internal static partial class TaskDefinitionReading
{
    private static ContainerDefinition FromAws(Aws.ContainerDefinition container) => new()
    {
        Name = Text(container.Name),
        Image = container.Image,
        RepositoryCredentials = container.RepositoryCredentials is { } repositoryCredentials ? FromAws(repositoryCredentials) : null,
        VersionConsistency = Value<VersionConsistency>(container.VersionConsistency),
        Cpu = container.Cpu,
        Memory = container.Memory,
        MemoryReservation = container.MemoryReservation,
        ResourceRequirements = List(container.ResourceRequirements, FromAws),
        Essential = container.Essential,
        RestartPolicy = container.RestartPolicy is { } restartPolicy ? FromAws(restartPolicy) : null,
        PortMappings = List(container.PortMappings, FromAws),
        Environment = List(container.Environment, FromAws),
        EnvironmentFiles = List(container.EnvironmentFiles, FromAws),
        Secrets = List(container.Secrets, FromAws),
        EntryPoint = List(container.EntryPoint),
        Command = List(container.Command),
        WorkingDirectory = container.WorkingDirectory,
        User = container.User,
        LogConfiguration = container.LogConfiguration is { } logConfiguration ? FromAws(logConfiguration) : null,
        FirelensConfiguration = container.FirelensConfiguration is { } firelensConfiguration ? FromAws(firelensConfiguration) : null,
        HealthCheck = container.HealthCheck is { } healthCheck ? FromAws(healthCheck) : null,
        DependsOn = List(container.DependsOn, FromAws),
        StartTimeout = container.StartTimeout,
        StopTimeout = container.StopTimeout,
        MountPoints = List(container.MountPoints, FromAws),
        VolumesFrom = List(container.VolumesFrom, FromAws),
        ReadonlyRootFilesystem = container.ReadonlyRootFilesystem,
        LinuxParameters = container.LinuxParameters is { } linuxParameters ? FromAws(linuxParameters) : null,
        Ulimits = List(container.Ulimits, FromAws),
        SystemControls = List(container.SystemControls, FromAws),
        Privileged = container.Privileged,
        DockerSecurityOptions = List(container.DockerSecurityOptions),
        CredentialSpecs = List(container.CredentialSpecs),
        Interactive = container.Interactive,
        PseudoTerminal = container.PseudoTerminal,
        Hostname = container.Hostname,
        Links = List(container.Links),
        ExtraHosts = List(container.ExtraHosts, FromAws),
        DnsServers = List(container.DnsServers),
        DnsSearchDomains = List(container.DnsSearchDomains),
        DisableNetworking = container.DisableNetworking,
        DockerLabels = Map(container.DockerLabels),
    };

    private static PortMapping FromAws(Aws.PortMapping mapping) => new()
    {
        ContainerPort = mapping.ContainerPort,
        HostPort = mapping.HostPort,
        Protocol = Value<TransportProtocol>(mapping.Protocol),
        Name = mapping.Name,
        AppProtocol = Value<ApplicationProtocol>(mapping.AppProtocol),
        ContainerPortRange = mapping.ContainerPortRange,
    };

    private static HealthCheck FromAws(Aws.HealthCheck check) => new()
    {
        Command = List(check.Command),
        Interval = check.Interval,
        Timeout = check.Timeout,
        Retries = check.Retries,
        StartPeriod = check.StartPeriod,
    };

    private static LogConfiguration FromAws(Aws.LogConfiguration log) => new()
    {
        LogDriver = RequiredValue<LogDriver>(log.LogDriver),
        Options = Map(log.Options),
        SecretOptions = List(log.SecretOptions, FromAws),
    };

    private static FirelensConfiguration FromAws(Aws.FirelensConfiguration router) => new()
    {
        Type = RequiredValue<FirelensConfigurationType>(router.Type),
        Options = Map(router.Options),
    };

    private static ContainerRestartPolicy FromAws(Aws.ContainerRestartPolicy policy) => new()
    {
        Enabled = policy.Enabled.GetValueOrDefault(),
        IgnoredExitCodes = List(policy.IgnoredExitCodes),
        RestartAttemptPeriod = policy.RestartAttemptPeriod,
    };
}
