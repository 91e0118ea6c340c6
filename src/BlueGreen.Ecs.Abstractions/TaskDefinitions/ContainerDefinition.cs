namespace BlueGreen.Ecs;

/// <summary>
/// A container of a task definition. Mirrors
/// <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html">ContainerDefinition</see>;
/// members that have no property here are kept in <see cref="Additional"/>.
/// </summary>
public sealed partial record ContainerDefinition
{
    /// <summary>The name, unique in its task definition: up to 255 letters, digits, hyphens and underscores.</summary>
    public required string Name { get; init; }

    /// <summary>The image: <c>repository:tag</c>, <c>repository@sha256:…</c>, or a placeholder such as <c>&lt;IMAGE1_NAME&gt;</c>. Up to 255 characters.</summary>
    public string? Image { get; init; }

    /// <summary>The credentials for a private registry other than ECR.</summary>
    public RepositoryCredentials? RepositoryCredentials { get; init; }

    /// <summary>Whether ECS resolves the image's tag to a digest once per deployment. Default: <c>enabled</c>.</summary>
    public VersionConsistency? VersionConsistency { get; init; }

    /// <summary>CPU units reserved for the container. Default: 0.</summary>
    public int? Cpu { get; init; }

    /// <summary>The memory above which the container is killed, in MiB.</summary>
    public int? Memory { get; init; }

    /// <summary>The memory reserved for the container, in MiB; at most <see cref="Memory"/>.</summary>
    public int? MemoryReservation { get; init; }

    /// <summary>GPUs and accelerators that the container needs.</summary>
    public EquatableArray<ResourceRequirement> ResourceRequirements { get; init; }

    /// <summary>Whether the task stops when this container stops. Default: yes.</summary>
    public bool? Essential { get; init; }

    /// <summary>Whether ECS starts the container again when it ends. Default: no.</summary>
    public ContainerRestartPolicy? RestartPolicy { get; init; }

    /// <summary>The ports on which the container listens.</summary>
    public EquatableArray<PortMapping> PortMappings { get; init; }

    /// <summary>Environment variables in plain text.</summary>
    public EquatableArray<NamedValue> Environment { get; init; }

    /// <summary>Files of environment variables, up to 10. <see cref="Environment"/> comes before them.</summary>
    public EquatableArray<EnvironmentFile> EnvironmentFiles { get; init; }

    /// <summary>Environment variables whose values ECS reads from Secrets Manager or Parameter Store.</summary>
    public EquatableArray<Secret> Secrets { get; init; }

    /// <summary>The entry point. Empty: the image's own.</summary>
    public EquatableArray<string> EntryPoint { get; init; }

    /// <summary>The command. Empty: the image's own.</summary>
    public EquatableArray<string> Command { get; init; }

    /// <summary>The directory in which the command runs. Default: the image's own.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>The user that runs the command: a name or id, with <c>:group</c> behind it where one is meant. Default: the image's own.</summary>
    public string? User { get; init; }

    /// <summary>Where the container's output goes.</summary>
    public LogConfiguration? LogConfiguration { get; init; }

    /// <summary>Makes the container the log router of its task.</summary>
    public FirelensConfiguration? FirelensConfiguration { get; init; }

    /// <summary>How ECS tells whether the container is healthy.</summary>
    public HealthCheck? HealthCheck { get; init; }

    /// <summary>Containers that must have come so far before this one starts.</summary>
    public EquatableArray<ContainerDependency> DependsOn { get; init; }

    /// <summary>How long other containers wait for this one, in seconds, 2 to 120.</summary>
    public int? StartTimeout { get; init; }

    /// <summary>How long the container may take to stop before it is killed, in seconds, 2 to 120. Default: 30.</summary>
    public int? StopTimeout { get; init; }

    /// <summary>The volumes of the task that the container sees.</summary>
    public EquatableArray<MountPoint> MountPoints { get; init; }

    /// <summary>Containers whose volumes this one sees too.</summary>
    public EquatableArray<VolumeFrom> VolumesFrom { get; init; }

    /// <summary>Whether the container's root file system is read-only. Default: no.</summary>
    public bool? ReadonlyRootFilesystem { get; init; }

    /// <summary>What the container may do that only Linux knows.</summary>
    public LinuxParameters? LinuxParameters { get; init; }

    /// <summary>Limits of the operating system.</summary>
    public EquatableArray<Ulimit> Ulimits { get; init; }

    /// <summary>Kernel parameters.</summary>
    public EquatableArray<SystemControl> SystemControls { get; init; }

    /// <summary>Whether the container has the rights of the instance's root. Default: no. Not on Fargate.</summary>
    public bool? Privileged { get; init; }

    /// <summary>SELinux and AppArmor labels, and credential specs. Not on Fargate.</summary>
    public EquatableArray<string> DockerSecurityOptions { get; init; }

    /// <summary>The credential spec for Active Directory: an S3 or SSM ARN behind <c>credentialspec:</c> or <c>credentialspecdomainless:</c>. At most one.</summary>
    public EquatableArray<string> CredentialSpecs { get; init; }

    /// <summary>Whether standard input stays open. Default: no.</summary>
    public bool? Interactive { get; init; }

    /// <summary>Whether the container gets a terminal. Default: no.</summary>
    public bool? PseudoTerminal { get; init; }

    /// <summary>The host name inside the container. Not with <c>awsvpc</c>.</summary>
    public string? Hostname { get; init; }

    /// <summary>Containers that this one reaches by name, with <c>bridge</c> only: <c>name:alias</c>.</summary>
    public EquatableArray<string> Links { get; init; }

    /// <summary>Lines for <c>/etc/hosts</c>. Not with <c>awsvpc</c>.</summary>
    public EquatableArray<HostEntry> ExtraHosts { get; init; }

    /// <summary>DNS servers. Not on Fargate.</summary>
    public EquatableArray<string> DnsServers { get; init; }

    /// <summary>DNS search domains. Not on Fargate.</summary>
    public EquatableArray<string> DnsSearchDomains { get; init; }

    /// <summary>Whether the container has no network. Default: no. Not on Fargate.</summary>
    public bool? DisableNetworking { get; init; }

    /// <summary>Docker labels.</summary>
    public EquatableArray<NamedValue> DockerLabels { get; init; }

    /// <summary>Members of the document that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
