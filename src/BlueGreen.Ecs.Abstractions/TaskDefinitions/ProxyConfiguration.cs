namespace BlueGreen.Ecs;

/// <summary>The App Mesh proxy of a task. Mirrors <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ProxyConfiguration.html">ProxyConfiguration</see>.</summary>
public sealed record ProxyConfiguration
{
    /// <summary>The kind. Default: <c>APPMESH</c>.</summary>
    public ProxyConfigurationType? Type { get; init; }

    /// <summary>The container that is the proxy.</summary>
    public required string ContainerName { get; init; }

    /// <summary>How traffic is led through it, such as <c>ProxyIngressPort</c>.</summary>
    public EquatableArray<NamedValue> Properties { get; init; }

    /// <summary>Members of the document that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
