namespace BlueGreen.Ecs;

/// <summary>A value that ECS reads when the container starts. Mirrors <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html">Secret</see>.</summary>
/// <param name="Name">The environment variable or log option.</param>
/// <param name="ValueFrom">The ARN of a Secrets Manager secret, or the ARN or name of a Parameter Store parameter.</param>
public sealed record Secret(string Name, string ValueFrom);
