namespace BlueGreen.Ecs;

/// <summary>The transport protocol of a port: <c>protocol</c> of <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html">PortMapping</see>. A value that is not known here is kept as it is.</summary>
/// <param name="Value">The value as AWS writes it; capitals matter.</param>
public readonly record struct TransportProtocol(string Value) : IOpenValue<TransportProtocol>
{
    /// <summary><c>tcp</c>: TCP. What is used when nothing is given.</summary>
    public static TransportProtocol Tcp { get; } = new("tcp");

    /// <summary><c>udp</c>: UDP.</summary>
    public static TransportProtocol Udp { get; } = new("udp");

    /// <summary>The value of that text.</summary>
    public static implicit operator TransportProtocol(string value) => FromString(value);

    /// <inheritdoc />
    public static TransportProtocol FromString(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(value);
    }

    /// <inheritdoc />
    public override string ToString() => Value;
}
