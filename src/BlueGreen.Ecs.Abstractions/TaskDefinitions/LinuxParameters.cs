namespace BlueGreen.Ecs;

/// <summary>What a container may do that only Linux knows. Mirrors <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinuxParameters.html">LinuxParameters</see>.</summary>
public sealed record LinuxParameters
{
    /// <summary>Capabilities beyond, or without, those that Docker gives.</summary>
    public KernelCapabilities? Capabilities { get; init; }

    /// <summary>Devices of the instance. Not on Fargate.</summary>
    public EquatableArray<Device> Devices { get; init; }

    /// <summary>Whether an init process passes signals on and reaps children. Default: no.</summary>
    public bool? InitProcessEnabled { get; init; }

    /// <summary>The size of <c>/dev/shm</c> in MiB. Not on Fargate.</summary>
    public int? SharedMemorySize { get; init; }

    /// <summary>File systems in memory. Not on Fargate.</summary>
    public EquatableArray<Tmpfs> Tmpfs { get; init; }

    /// <summary>The swap space in MiB; 0 is none. Not on Fargate.</summary>
    public int? MaxSwap { get; init; }

    /// <summary>How readily memory is swapped out, 0 to 100. Default: 60. Needs <see cref="MaxSwap"/>. Not on Fargate.</summary>
    public int? Swappiness { get; init; }

    /// <summary>Members of the document that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
