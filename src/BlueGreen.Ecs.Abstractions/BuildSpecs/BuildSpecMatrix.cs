namespace BlueGreen.Ecs;

/// <summary>Builds for every combination of values.</summary>
public sealed record BuildSpecMatrix
{
    /// <summary>Whether a failure is passed over. Default: not said, no.</summary>
    public bool? IgnoreFailure { get; init; }

    /// <summary>What all of them run on. Default: none.</summary>
    public BuildSpecBatchEnvironment? Environment { get; init; }

    /// <summary>The buildspecs to combine.</summary>
    public EquatableArray<string> BuildSpecs { get; init; }

    /// <summary>The compute types to combine.</summary>
    public EquatableArray<string> ComputeTypes { get; init; }

    /// <summary>The images to combine.</summary>
    public EquatableArray<string> Images { get; init; }

    /// <summary>The values of variables to combine.</summary>
    public EquatableArray<BuildSpecMatrixVariable> Variables { get; init; }

    /// <summary>Members that have no property here, of the matrix itself.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }

    /// <summary>Members of <c>static</c> that have no property here.</summary>
    public EquatableArray<JsonMember> AdditionalStatic { get; init; }

    /// <summary>Members of <c>dynamic</c> that have no property here.</summary>
    public EquatableArray<JsonMember> AdditionalDynamic { get; init; }

    /// <summary>Members of the <c>env</c> of <c>dynamic</c> that have no property here.</summary>
    public EquatableArray<JsonMember> AdditionalDynamicEnvironment { get; init; }
}
