namespace BlueGreen.Ecs;

/// <summary>Where a file of environment variables lies: <c>type</c> of <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EnvironmentFile.html">EnvironmentFile</see>. A value that is not known here is kept as it is.</summary>
/// <param name="Value">The value as AWS writes it; capitals matter.</param>
public readonly record struct EnvironmentFileType(string Value) : IOpenValue<EnvironmentFileType>
{
    /// <summary><c>s3</c>: In an S3 bucket.</summary>
    public static EnvironmentFileType S3 { get; } = new("s3");

    /// <summary>The value of that text.</summary>
    public static implicit operator EnvironmentFileType(string value) => FromString(value);

    /// <inheritdoc />
    public static EnvironmentFileType FromString(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(value);
    }

    /// <inheritdoc />
    public override string ToString() => Value;
}
