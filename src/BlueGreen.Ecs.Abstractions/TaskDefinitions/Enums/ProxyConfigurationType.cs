namespace BlueGreen.Ecs;

/// <summary>The kind of a proxy: <c>type</c> of <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ProxyConfiguration.html">ProxyConfiguration</see>. A value that is not known here is kept as it is.</summary>
/// <param name="Value">The value as AWS writes it; capitals matter.</param>
public readonly record struct ProxyConfigurationType(string Value) : IOpenValue<ProxyConfigurationType>
{
    /// <summary><c>APPMESH</c>: An Envoy proxy of App Mesh. What is used when nothing is given.</summary>
    public static ProxyConfigurationType Appmesh { get; } = new("APPMESH");

    /// <summary>The value of that text.</summary>
    public static implicit operator ProxyConfigurationType(string value) => FromString(value);

    /// <inheritdoc />
    public static ProxyConfigurationType FromString(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(value);
    }

    /// <inheritdoc />
    public override string ToString() => Value;
}
