namespace BlueGreen.Ecs;

/// <summary>A group of test reports.</summary>
public sealed record BuildSpecReport
{
    /// <summary>The group's name or ARN.</summary>
    public required string Group { get; init; }

    /// <summary>Which files hold the results, as patterns such as <c>**/*.trx</c>.</summary>
    public EquatableArray<string> Files { get; init; }

    /// <summary>Where the patterns begin. Default: none, the source's root.</summary>
    public string? BaseDirectory { get; init; }

    /// <summary>Whether folders are flattened. Default: not said, no.</summary>
    public bool? DiscardPaths { get; init; }

    /// <summary>The format, such as <c>VISUALSTUDIOTRX</c>. Default: none, <c>JUNITXML</c>.</summary>
    public string? FileFormat { get; init; }

    /// <summary>Members that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
