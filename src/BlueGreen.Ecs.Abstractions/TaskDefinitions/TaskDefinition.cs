namespace BlueGreen.Ecs;

/// <summary>
/// An ECS task definition: what is run. Mirrors the input of
/// <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html">RegisterTaskDefinition</see>;
/// members that have no property here are kept in <see cref="Additional"/>.
/// </summary>
public sealed record TaskDefinition
{
    /// <summary>The name under which revisions are counted.</summary>
    public required string Family { get; init; }

    /// <summary>The containers; at least one.</summary>
    public EquatableArray<ContainerDefinition> ContainerDefinitions { get; init; }

    /// <summary>The role that ECS takes on to pull images, write logs and read secrets.</summary>
    public string? ExecutionRoleArn { get; init; }

    /// <summary>The role that the application takes on.</summary>
    public string? TaskRoleArn { get; init; }

    /// <summary><c>awsvpc</c>, <c>bridge</c>, <c>host</c> or <c>none</c>; Fargate wants <c>awsvpc</c>.</summary>
    public string? NetworkMode { get; init; }

    /// <summary><c>FARGATE</c>, <c>EC2</c>, <c>EXTERNAL</c> or <c>MANAGED_INSTANCES</c>.</summary>
    public EquatableArray<string> RequiresCompatibilities { get; init; }

    /// <summary>CPU units of the task (<c>256</c>) or virtual CPUs (<c>.25 vCPU</c>).</summary>
    public string? Cpu { get; init; }

    /// <summary>Memory of the task in MiB (<c>512</c>) or with a unit (<c>1 GB</c>).</summary>
    public string? Memory { get; init; }

    /// <summary>Operating system and processor architecture. Default: Linux on x86-64.</summary>
    public RuntimePlatform? RuntimePlatform { get; init; }

    /// <summary>The size of the task's ephemeral storage in GiB, 21 to 200. Default: 20.</summary>
    public int? EphemeralStorageGiB { get; init; }

    /// <summary>Members of the document that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }

    /// <summary>The container of that name.</summary>
    /// <returns>The container, or <see langword="null"/> when none is called so.</returns>
    public ContainerDefinition? FindContainer(string name) =>
        ContainerDefinitions.FirstOrDefault(container => string.Equals(container.Name, name, StringComparison.Ordinal));
}
