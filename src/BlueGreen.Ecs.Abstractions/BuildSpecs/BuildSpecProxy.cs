namespace BlueGreen.Ecs;

/// <summary>How a build goes through an explicit proxy.</summary>
public sealed record BuildSpecProxy
{
    /// <summary>Whether artifacts go through it. Default: not said.</summary>
    public bool? UploadArtifacts { get; init; }

    /// <summary>Whether logs go through it. Default: not said.</summary>
    public bool? Logs { get; init; }

    /// <summary>Members that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
