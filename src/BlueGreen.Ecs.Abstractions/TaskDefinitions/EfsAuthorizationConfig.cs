namespace BlueGreen.Ecs;

/// <summary>How a task gets into an EFS file system. Mirrors <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSAuthorizationConfig.html">EFSAuthorizationConfig</see>.</summary>
public sealed record EfsAuthorizationConfig
{
    /// <summary>The id of the access point. Transit encryption must be on.</summary>
    public string? AccessPointId { get; init; }

    /// <summary>Whether the task role is used. Default: <c>DISABLED</c>.</summary>
    public EfsAuthorizationConfigIam? Iam { get; init; }

    /// <summary>Members of the document that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
