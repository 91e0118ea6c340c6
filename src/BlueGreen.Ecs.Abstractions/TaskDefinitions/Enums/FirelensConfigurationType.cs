namespace BlueGreen.Ecs;

/// <summary>The log router of FireLens: <c>type</c> of <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_FirelensConfiguration.html">FirelensConfiguration</see>. A value that is not known here is kept as it is.</summary>
/// <param name="Value">The value as AWS writes it; capitals matter.</param>
public readonly record struct FirelensConfigurationType(string Value) : IOpenValue<FirelensConfigurationType>
{
    /// <summary><c>fluentd</c>: Fluentd.</summary>
    public static FirelensConfigurationType Fluentd { get; } = new("fluentd");

    /// <summary><c>fluentbit</c>: Fluent Bit.</summary>
    public static FirelensConfigurationType Fluentbit { get; } = new("fluentbit");

    /// <summary>The value of that text.</summary>
    public static implicit operator FirelensConfigurationType(string value) => FromString(value);

    /// <inheritdoc />
    public static FirelensConfigurationType FromString(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(value);
    }

    /// <inheritdoc />
    public override string ToString() => Value;
}
