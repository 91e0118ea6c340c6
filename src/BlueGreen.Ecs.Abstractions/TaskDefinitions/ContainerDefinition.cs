namespace BlueGreen.Ecs;

/// <summary>
/// A container of a task definition. Mirrors
/// <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html">ContainerDefinition</see>;
/// members that have no property here are kept in <see cref="Additional"/>.
/// </summary>
public sealed record ContainerDefinition
{
    /// <summary>The container's name, unique in its task definition.</summary>
    public required string Name { get; init; }

    /// <summary>The image: <c>repository:tag</c>, <c>repository@sha256:…</c>, or a placeholder such as <c>&lt;IMAGE1_NAME&gt;</c>.</summary>
    public string? Image { get; init; }

    /// <summary>CPU units reserved for the container.</summary>
    public int? Cpu { get; init; }

    /// <summary>The memory above which the container is killed, in MiB.</summary>
    public int? Memory { get; init; }

    /// <summary>The memory reserved for the container, in MiB.</summary>
    public int? MemoryReservation { get; init; }

    /// <summary>Whether the task stops when this container stops. Default: yes.</summary>
    public bool? Essential { get; init; }

    /// <summary>The ports on which the container listens.</summary>
    public EquatableArray<PortMapping> PortMappings { get; init; }

    /// <summary>Environment variables in plain text.</summary>
    public EquatableArray<NamedValue> Environment { get; init; }

    /// <summary>Environment variables whose values ECS reads from Secrets Manager or Parameter Store.</summary>
    public EquatableArray<Secret> Secrets { get; init; }

    /// <summary>The entry point. Empty: the image's own.</summary>
    public EquatableArray<string> EntryPoint { get; init; }

    /// <summary>The command. Empty: the image's own.</summary>
    public EquatableArray<string> Command { get; init; }

    /// <summary>Where the container's output goes.</summary>
    public LogConfiguration? LogConfiguration { get; init; }

    /// <summary>How ECS tells whether the container is healthy.</summary>
    public HealthCheck? HealthCheck { get; init; }

    /// <summary>Containers that must have come so far before this one starts.</summary>
    public EquatableArray<ContainerDependency> DependsOn { get; init; }

    /// <summary>The directory in which the command runs.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>The user that runs the command.</summary>
    public string? User { get; init; }

    /// <summary>Whether the container's root file system is read-only. Default: no.</summary>
    public bool? ReadonlyRootFilesystem { get; init; }

    /// <summary>How long other containers wait for this one, in seconds, 2 to 120.</summary>
    public int? StartTimeout { get; init; }

    /// <summary>How long the container may take to stop before it is killed, in seconds, 2 to 120. Default: 30.</summary>
    public int? StopTimeout { get; init; }

    /// <summary>Docker labels.</summary>
    public EquatableArray<NamedValue> DockerLabels { get; init; }

    /// <summary>Members of the document that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
