namespace BlueGreen.Ecs;

/// <summary>What a container may do with a device: <c>permissions</c> of <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Device.html">Device</see>. A value that is not known here is kept as it is.</summary>
/// <param name="Value">The value as AWS writes it; capitals matter.</param>
public readonly record struct DeviceAccess(string Value) : IOpenValue<DeviceAccess>
{
    /// <summary><c>read</c>: Read from it.</summary>
    public static DeviceAccess Read { get; } = new("read");

    /// <summary><c>write</c>: Write to it.</summary>
    public static DeviceAccess Write { get; } = new("write");

    /// <summary><c>mknod</c>: Make its device file.</summary>
    public static DeviceAccess Mknod { get; } = new("mknod");

    /// <summary>The value of that text.</summary>
    public static implicit operator DeviceAccess(string value) => FromString(value);

    /// <inheritdoc />
    public static DeviceAccess FromString(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(value);
    }

    /// <inheritdoc />
    public override string ToString() => Value;
}
