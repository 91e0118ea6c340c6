namespace BlueGreen.Ecs;

/// <summary>A file of environment variables. Mirrors <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EnvironmentFile.html">EnvironmentFile</see>.</summary>
/// <param name="Value">The ARN of the S3 object, whose name ends in <c>.env</c>.</param>
/// <param name="Type">Where the file lies.</param>
public sealed record EnvironmentFile(string Value, EnvironmentFileType Type)
{
    /// <summary>Members of the document that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
