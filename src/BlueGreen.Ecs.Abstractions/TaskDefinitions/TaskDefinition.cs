namespace BlueGreen.Ecs;

/// <summary>
/// An ECS task definition: what is run. Mirrors the input of
/// <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html">RegisterTaskDefinition</see>;
/// members that have no property here are kept in <see cref="Additional"/>.
/// </summary>
public sealed partial record TaskDefinition
{
    /// <summary>The name under which revisions are counted: up to 255 letters, digits, hyphens and underscores.</summary>
    public required string Family { get; init; }

    /// <summary>The containers; one to ten.</summary>
    public EquatableArray<ContainerDefinition> ContainerDefinitions { get; init; }

    /// <summary>The role that ECS takes on to pull images, write logs and read secrets.</summary>
    public string? ExecutionRoleArn { get; init; }

    /// <summary>The role that the application takes on.</summary>
    public string? TaskRoleArn { get; init; }

    /// <summary>How containers reach the network; Fargate wants <c>awsvpc</c>. Default: <c>bridge</c> on Linux instances.</summary>
    public NetworkMode? NetworkMode { get; init; }

    /// <summary>Where the task must be able to run; ECS refuses a task definition that cannot.</summary>
    public EquatableArray<Compatibility> RequiresCompatibilities { get; init; }

    /// <summary>CPU units of the task (<c>256</c>) or virtual CPUs (<c>.25 vCPU</c>). Fargate wants it. As a number: <see cref="CpuUnits"/>.</summary>
    public string? Cpu { get; init; }

    /// <summary>Memory of the task in MiB (<c>512</c>) or with a unit (<c>1 GB</c>). Fargate wants it. As a number: <see cref="MemoryMiB"/>.</summary>
    public string? Memory { get; init; }

    /// <summary>Operating system and processor architecture. Default: Linux on x86-64.</summary>
    public RuntimePlatform? RuntimePlatform { get; init; }

    /// <summary>The task's own storage on Fargate. Default: 20 GiB.</summary>
    public EphemeralStorage? EphemeralStorage { get; init; }

    /// <summary>The volumes, which containers see by their mount points.</summary>
    public EquatableArray<Volume> Volumes { get; init; }

    /// <summary>On which instances the task may be placed, up to 10 constraints. Not on Fargate.</summary>
    public EquatableArray<TaskDefinitionPlacementConstraint> PlacementConstraints { get; init; }

    /// <summary>Whose processes the containers see. Default: each its own.</summary>
    public PidMode? PidMode { get; init; }

    /// <summary>With whom the containers share memory segments and semaphores. Default: what the instance's Docker has set. Not on Fargate.</summary>
    public IpcMode? IpcMode { get; init; }

    /// <summary>The App Mesh proxy.</summary>
    public ProxyConfiguration? ProxyConfiguration { get; init; }

    /// <summary>Elastic Inference accelerators, which AWS has retired.</summary>
    public EquatableArray<InferenceAccelerator> InferenceAccelerators { get; init; }

    /// <summary>Whether AWS Fault Injection Service may inject faults into the task. Default: no.</summary>
    public bool? EnableFaultInjection { get; init; }

    /// <summary>The tags of the revision, up to 50. ECS answers them beside the task definition, and only when asked.</summary>
    public EquatableArray<Tag> Tags { get; init; }

    /// <summary>Members of the document that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
