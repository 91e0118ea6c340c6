namespace BlueGreen.Ecs;

/// <summary>A port on which a container listens. Mirrors <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html">PortMapping</see>.</summary>
public sealed record PortMapping
{
    /// <summary>The port inside the container.</summary>
    public int? ContainerPort { get; init; }

    /// <summary>The port of the host; with <c>awsvpc</c> the same as <see cref="ContainerPort"/>, or left out.</summary>
    public int? HostPort { get; init; }

    /// <summary><c>tcp</c> or <c>udp</c>. Default: <c>tcp</c>.</summary>
    public string? Protocol { get; init; }

    /// <summary>The name by which Service Connect knows the port.</summary>
    public string? Name { get; init; }

    /// <summary>The application protocol for Service Connect: <c>http</c>, <c>http2</c> or <c>grpc</c>.</summary>
    public string? AppProtocol { get; init; }

    /// <summary>Members of the document that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
