namespace BlueGreen.Ecs;

/// <summary>A value that ECS reads, with the execution role, when the container starts. Mirrors <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html">Secret</see>.</summary>
/// <param name="Name">The environment variable or log option.</param>
/// <param name="ValueFrom">The ARN of a Secrets Manager secret, with <c>:json-key:version-stage:version-id</c> behind it where a part is meant, or the ARN or name of a Parameter Store parameter.</param>
public sealed record Secret(string Name, string ValueFrom)
{
    /// <summary>Members of the document that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
