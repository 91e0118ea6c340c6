namespace BlueGreen.Ecs;

/// <summary>An Elastic Inference accelerator of a task. AWS has retired it. Mirrors <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_InferenceAccelerator.html">InferenceAccelerator</see>.</summary>
/// <param name="DeviceName">The name by which containers ask for it.</param>
/// <param name="DeviceType">The type of accelerator.</param>
public sealed record InferenceAccelerator(string DeviceName, string DeviceType)
{
    /// <summary>Members of the document that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
