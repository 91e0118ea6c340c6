namespace BlueGreen.Ecs;

/// <summary>A kind of resource that a container needs: <c>type</c> of <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ResourceRequirement.html">ResourceRequirement</see>. A value that is not known here is kept as it is.</summary>
/// <param name="Value">The value as AWS writes it; capitals matter.</param>
public readonly record struct ResourceType(string Value) : IOpenValue<ResourceType>
{
    /// <summary><c>GPU</c>: GPUs of the instance. Not on Fargate.</summary>
    public static ResourceType Gpu { get; } = new("GPU");

    /// <summary><c>InferenceAccelerator</c>: An accelerator of the task, by its device name. AWS has retired Elastic Inference.</summary>
    public static ResourceType InferenceAccelerator { get; } = new("InferenceAccelerator");

    /// <summary>The value of that text.</summary>
    public static implicit operator ResourceType(string value) => FromString(value);

    /// <inheritdoc />
    public static ResourceType FromString(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(value);
    }

    /// <inheritdoc />
    public override string ToString() => Value;
}
