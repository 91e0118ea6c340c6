namespace BlueGreen.Ecs;

/// <summary>Where a container's output goes. Mirrors <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html">LogConfiguration</see>.</summary>
public sealed record LogConfiguration
{
    /// <summary>The driver; Fargate takes <c>awslogs</c>, <c>splunk</c> and <c>awsfirelens</c>.</summary>
    public required LogDriver LogDriver { get; init; }

    /// <summary>The driver's options, in the document's order.</summary>
    public EquatableArray<NamedValue> Options { get; init; }

    /// <summary>Options whose values ECS reads from Secrets Manager or Parameter Store.</summary>
    public EquatableArray<Secret> SecretOptions { get; init; }

    /// <summary>Members of the document that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
