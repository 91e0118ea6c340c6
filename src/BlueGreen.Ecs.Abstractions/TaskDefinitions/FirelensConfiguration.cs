namespace BlueGreen.Ecs;

/// <summary>Makes a container the log router of its task. Mirrors <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_FirelensConfiguration.html">FirelensConfiguration</see>.</summary>
public sealed record FirelensConfiguration
{
    /// <summary>The router that the container runs.</summary>
    public required FirelensConfigurationType Type { get; init; }

    /// <summary>Its options, such as <c>enable-ecs-log-metadata</c>.</summary>
    public EquatableArray<NamedValue> Options { get; init; }

    /// <summary>Members of the document that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
