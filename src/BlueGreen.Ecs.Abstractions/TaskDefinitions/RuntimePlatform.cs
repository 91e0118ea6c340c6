namespace BlueGreen.Ecs;

/// <summary>What a task runs on. Mirrors <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RuntimePlatform.html">RuntimePlatform</see>.</summary>
public sealed record RuntimePlatform
{
    /// <summary><c>X86_64</c> or <c>ARM64</c>. Default: <c>X86_64</c>.</summary>
    public string? CpuArchitecture { get; init; }

    /// <summary>Such as <c>LINUX</c>. Default: <c>LINUX</c>.</summary>
    public string? OperatingSystemFamily { get; init; }

    /// <summary>Members of the document that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
