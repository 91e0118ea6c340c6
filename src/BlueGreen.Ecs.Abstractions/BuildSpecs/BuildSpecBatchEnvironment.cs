namespace BlueGreen.Ecs;

/// <summary>What a build of a batch runs on.</summary>
public sealed record BuildSpecBatchEnvironment
{
    /// <summary>The compute type, such as <c>BUILD_GENERAL1_SMALL</c>. Default: none, the project's.</summary>
    public string? ComputeType { get; init; }

    /// <summary>The image. Default: none, the project's.</summary>
    public string? Image { get; init; }

    /// <summary>The type, such as <c>LINUX_CONTAINER</c>. Default: none, the project's.</summary>
    public string? Type { get; init; }

    /// <summary>Whether a Docker daemon can run in it. Default: not said, the project's.</summary>
    public bool? PrivilegedMode { get; init; }

    /// <summary>Variables in plain text.</summary>
    public EquatableArray<NamedValue> Variables { get; init; }

    /// <summary>Members that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
