namespace BlueGreen.Ecs;

/// <summary>The volumes of another container, seen at the same paths. Mirrors <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_VolumeFrom.html">VolumeFrom</see>.</summary>
public sealed record VolumeFrom
{
    /// <summary>The name of the other container.</summary>
    public string? SourceContainer { get; init; }

    /// <summary>Whether this container may only read them. Default: no.</summary>
    public bool? ReadOnly { get; init; }

    /// <summary>Members of the document that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
