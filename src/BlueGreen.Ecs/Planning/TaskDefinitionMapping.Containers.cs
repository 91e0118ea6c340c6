using Aws = Amazon.ECS.Model;

namespace BlueGreen.Ecs.Planning;

/// <content>A container.</content>
internal static partial class TaskDefinitionMapping
{
    private static Aws.ContainerDefinition ToAws(ContainerDefinition container) => new()
    {
        Name = container.Name,
        Image = container.Image,
        RepositoryCredentials = container.RepositoryCredentials is { } repositoryCredentials ? ToAws(repositoryCredentials) : null,
        VersionConsistency = container.VersionConsistency?.Value,
        Cpu = container.Cpu,
        Memory = container.Memory,
        MemoryReservation = container.MemoryReservation,
        ResourceRequirements = ToList(container.ResourceRequirements, ToAws),
        Essential = container.Essential,
        RestartPolicy = container.RestartPolicy is { } restartPolicy ? ToAws(restartPolicy) : null,
        PortMappings = ToList(container.PortMappings, ToAws),
        Environment = ToList(container.Environment, ToAws),
        EnvironmentFiles = ToList(container.EnvironmentFiles, ToAws),
        Secrets = ToList(container.Secrets, ToAws),
        EntryPoint = ToList(container.EntryPoint),
        Command = ToList(container.Command),
        WorkingDirectory = container.WorkingDirectory,
        User = container.User,
        LogConfiguration = container.LogConfiguration is { } logConfiguration ? ToAws(logConfiguration) : null,
        FirelensConfiguration = container.FirelensConfiguration is { } firelensConfiguration ? ToAws(firelensConfiguration) : null,
        HealthCheck = container.HealthCheck is { } healthCheck ? ToAws(healthCheck) : null,
        DependsOn = ToList(container.DependsOn, ToAws),
        StartTimeout = container.StartTimeout,
        StopTimeout = container.StopTimeout,
        MountPoints = ToList(container.MountPoints, ToAws),
        VolumesFrom = ToList(container.VolumesFrom, ToAws),
        ReadonlyRootFilesystem = container.ReadonlyRootFilesystem,
        LinuxParameters = container.LinuxParameters is { } linuxParameters ? ToAws(linuxParameters) : null,
        Ulimits = ToList(container.Ulimits, ToAws),
        SystemControls = ToList(container.SystemControls, ToAws),
        Privileged = container.Privileged,
        DockerSecurityOptions = ToList(container.DockerSecurityOptions),
        CredentialSpecs = ToList(container.CredentialSpecs),
        Interactive = container.Interactive,
        PseudoTerminal = container.PseudoTerminal,
        Hostname = container.Hostname,
        Links = ToList(container.Links),
        ExtraHosts = ToList(container.ExtraHosts, ToAws),
        DnsServers = ToList(container.DnsServers),
        DnsSearchDomains = ToList(container.DnsSearchDomains),
        DisableNetworking = container.DisableNetworking,
        DockerLabels = ToMap(container.DockerLabels),
    };

    private static Aws.PortMapping ToAws(PortMapping mapping) => new()
    {
        ContainerPort = mapping.ContainerPort,
        HostPort = mapping.HostPort,
        Protocol = mapping.Protocol?.Value,
        Name = mapping.Name,
        AppProtocol = mapping.AppProtocol?.Value,
        ContainerPortRange = mapping.ContainerPortRange,
    };

    private static Aws.HealthCheck ToAws(HealthCheck check) => new()
    {
        Command = ToList(check.Command),
        Interval = check.Interval,
        Timeout = check.Timeout,
        Retries = check.Retries,
        StartPeriod = check.StartPeriod,
    };

    private static Aws.LogConfiguration ToAws(LogConfiguration log) => new()
    {
        LogDriver = log.LogDriver.Value,
        Options = ToMap(log.Options),
        SecretOptions = ToList(log.SecretOptions, ToAws),
    };

    private static Aws.FirelensConfiguration ToAws(FirelensConfiguration router) => new() { Type = router.Type.Value, Options = ToMap(router.Options) };

    private static Aws.ContainerRestartPolicy ToAws(ContainerRestartPolicy policy) => new()
    {
        Enabled = policy.Enabled,
        IgnoredExitCodes = ToList(policy.IgnoredExitCodes),
        RestartAttemptPeriod = policy.RestartAttemptPeriod,
    };
}
