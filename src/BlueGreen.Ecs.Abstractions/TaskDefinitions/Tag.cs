namespace BlueGreen.Ecs;

/// <summary>A label of an AWS resource. Mirrors <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Tag.html">Tag</see>.</summary>
/// <param name="Key">The key, 1 to 128 characters; what begins with <c>aws:</c> is kept for AWS.</param>
/// <param name="Value">The value, up to 256 characters.</param>
public sealed record Tag(string Key, string Value)
{
    /// <summary>Members of the document that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
