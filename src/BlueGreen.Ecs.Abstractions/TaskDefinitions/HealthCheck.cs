namespace BlueGreen.Ecs;

/// <summary>How ECS tells whether a container is healthy. Mirrors <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html">HealthCheck</see>.</summary>
public sealed record HealthCheck
{
    /// <summary>The command; its first item is <c>CMD</c> or <c>CMD-SHELL</c>.</summary>
    public EquatableArray<string> Command { get; init; }

    /// <summary>Seconds between two checks, 5 to 300. Default: 30.</summary>
    public int? Interval { get; init; }

    /// <summary>Seconds that a check may take, 2 to 60. Default: 5.</summary>
    public int? Timeout { get; init; }

    /// <summary>How many failures in a row make the container unhealthy, 1 to 10. Default: 3.</summary>
    public int? Retries { get; init; }

    /// <summary>Seconds after the start in which failures do not count, 0 to 300. Default: 0.</summary>
    public int? StartPeriod { get; init; }

    /// <summary>Members of the document that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
