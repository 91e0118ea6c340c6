namespace BlueGreen.Ecs;

/// <summary>The two target groups of an environment, which have the same settings. Mirrors <see href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html">CreateTargetGroup</see>.</summary>
public sealed record EnvironmentTargetGroups
{
    /// <summary>The group in which the first version serves.</summary>
    public required string Blue { get; init; }

    /// <summary>The group in which the second version will serve; then they take turns.</summary>
    public required string Green { get; init; }

    /// <summary>The protocol of targets. Default: HTTP.</summary>
    public string Protocol { get; init; } = "HTTP";

    /// <summary>The path of health checks. Default: <c>/</c>.</summary>
    public string HealthCheckPath { get; init; } = "/";

    /// <summary>The time between two health checks, 5 to 300 seconds. Default: 30 seconds.</summary>
    public TimeSpan HealthCheckInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The HTTP codes of a healthy target, such as <c>200-299</c>. Default: <c>200</c>.</summary>
    public string HealthyCodes { get; init; } = "200";
}
