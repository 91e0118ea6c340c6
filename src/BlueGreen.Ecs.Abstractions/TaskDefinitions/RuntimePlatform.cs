namespace BlueGreen.Ecs;

/// <summary>What a task runs on. Mirrors <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RuntimePlatform.html">RuntimePlatform</see>.</summary>
public sealed record RuntimePlatform
{
    /// <summary>The processor architecture. Default: <c>X86_64</c>.</summary>
    public CpuArchitecture? CpuArchitecture { get; init; }

    /// <summary>The operating system. Default: <c>LINUX</c>. On Fargate a Windows task has at least 1024 CPU units.</summary>
    public OperatingSystemFamily? OperatingSystemFamily { get; init; }

    /// <summary>Members of the document that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
