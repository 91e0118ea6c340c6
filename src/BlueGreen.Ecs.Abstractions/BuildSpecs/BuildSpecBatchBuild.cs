namespace BlueGreen.Ecs;

/// <summary>A build of a batch's list or graph.</summary>
public sealed record BuildSpecBatchBuild
{
    /// <summary>Its identifier. Default: none, which only a list allows.</summary>
    public string? Identifier { get; init; }

    /// <summary>Its buildspec. Default: none, the one that holds the batch.</summary>
    public string? BuildSpec { get; init; }

    /// <summary>Whether it can be entered while it runs. Default: not said, no.</summary>
    public bool? DebugSession { get; init; }

    /// <summary>The builds that it waits for; of a graph only.</summary>
    public EquatableArray<string> DependOn { get; init; }

    /// <summary>What it runs on, where that differs from the project. Default: none.</summary>
    public BuildSpecBatchEnvironment? Environment { get; init; }

    /// <summary>Whether its failure is passed over. Default: not said, no.</summary>
    public bool? IgnoreFailure { get; init; }

    /// <summary>Members that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
