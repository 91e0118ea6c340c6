namespace BlueGreen.Ecs;

/// <summary>What is spoken on a port, for Service Connect: <c>appProtocol</c> of <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html">PortMapping</see>. A value that is not known here is kept as it is.</summary>
/// <param name="Value">The value as AWS writes it; capitals matter.</param>
public readonly record struct ApplicationProtocol(string Value) : IOpenValue<ApplicationProtocol>
{
    /// <summary><c>http</c>: HTTP/1.1.</summary>
    public static ApplicationProtocol Http { get; } = new("http");

    /// <summary><c>http2</c>: HTTP/2.</summary>
    public static ApplicationProtocol Http2 { get; } = new("http2");

    /// <summary><c>grpc</c>: gRPC.</summary>
    public static ApplicationProtocol Grpc { get; } = new("grpc");

    /// <summary>The value of that text.</summary>
    public static implicit operator ApplicationProtocol(string value) => FromString(value);

    /// <inheritdoc />
    public static ApplicationProtocol FromString(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(value);
    }

    /// <inheritdoc />
    public override string ToString() => Value;
}
