using BlueGreen.Ecs.Diagnosis;
using BlueGreen.Ecs.Diagnosis.Evidence;

namespace BlueGreen.Ecs.Tests.Unit.Diagnosis;

/// <summary>Evidence made by hand.</summary>
internal static class Seen
{
    public const string Image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:v2";
    public const string Group = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/green/73e2d6bc24d8a067";

    public static DateTime Start { get; } = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    public static FailureEvidence Nothing { get; } = new() { Service = "web/shop", Since = Start };

    /// <summary>AWS says something.</summary>
    public static FailureEvidence Told(string? code, string? reason = null) => Nothing with { ErrorCode = code, Reason = reason };

    /// <summary>A task has stopped.</summary>
    public static FailureEvidence Stopped(string reason, string code = "TaskFailedToStart", params ContainerSeen[] containers) =>
        Nothing with { Tasks = [Task(reason, code, containers)] };

    public static TaskSeen Task(string reason, string code, params ContainerSeen[] containers) => new()
    {
        Arn = "arn:aws:ecs:eu-west-1:123456789012:task/web/0123456789abcdef0123456789abcdef",
        TaskDefinition = "arn:aws:ecs:eu-west-1:123456789012:task-definition/shop:2",
        IsStopping = true,
        StopCode = code,
        StoppedReason = reason,
        StartedAt = Start.AddMinutes(1),
        StoppedAt = Start.AddMinutes(2),
        Containers = containers.Length > 0 ? containers : [new("shop", Image)],
    };

    /// <summary>The service tells of something.</summary>
    public static FailureEvidence Event(params string[] lines) => Nothing with { Live = new("ACTIVE", lines) };

    public static FailureEvidence Target(string reason, string description) =>
        Nothing with { Targets = [new(Group, "10.0.1.7:5000", "unhealthy", reason, description, "HTTP /health on traffic-port within 6 s, wants 200")] };

    public static IReadOnlyList<string> Codes(FailureEvidence evidence) => [.. FailureRules.Explain(evidence).Select(cause => cause.Finding.Code)];
}
