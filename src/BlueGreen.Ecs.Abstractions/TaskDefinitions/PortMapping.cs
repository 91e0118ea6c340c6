namespace BlueGreen.Ecs;

/// <summary>A port on which a container listens. Mirrors <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html">PortMapping</see>.</summary>
public sealed record PortMapping
{
    /// <summary>The port inside the container.</summary>
    public int? ContainerPort { get; init; }

    /// <summary>The port of the host; with <c>awsvpc</c> and <c>host</c> the same as <see cref="ContainerPort"/>, or left out. With <c>bridge</c>, 0 or left out: any free one.</summary>
    public int? HostPort { get; init; }

    /// <summary>The transport protocol. Default: <c>tcp</c>.</summary>
    public TransportProtocol? Protocol { get; init; }

    /// <summary>The name by which Service Connect knows the port, up to 64 characters.</summary>
    public string? Name { get; init; }

    /// <summary>The application protocol for Service Connect. Default: TCP, without looking into it.</summary>
    public ApplicationProtocol? AppProtocol { get; init; }

    /// <summary>Ports such as <c>8000-8010</c> instead of <see cref="ContainerPort"/> and <see cref="HostPort"/>; with <c>bridge</c> and <c>awsvpc</c> only.</summary>
    public string? ContainerPortRange { get; init; }

    /// <summary>Members of the document that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
