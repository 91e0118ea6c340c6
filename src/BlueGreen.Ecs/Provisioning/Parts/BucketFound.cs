namespace BlueGreen.Ecs.Provisioning.Parts;

/// <summary>A bucket as it is there.</summary>
/// <param name="IsVersioned">Whether it keeps former versions of its objects.</param>
/// <param name="IsPrivate">Whether all four ways to make it public are blocked.</param>
internal sealed record BucketFound(bool IsVersioned, bool IsPrivate);
