namespace BlueGreen.Ecs;

/// <summary>A device of the instance that a container may use. Mirrors <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Device.html">Device</see>.</summary>
public sealed record Device
{
    /// <summary>Its path on the instance.</summary>
    public required string HostPath { get; init; }

    /// <summary>Where the container sees it. Default: the same path.</summary>
    public string? ContainerPath { get; init; }

    /// <summary>What the container may do with it. Default: all.</summary>
    public EquatableArray<DeviceAccess> Permissions { get; init; }

    /// <summary>Members of the document that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
