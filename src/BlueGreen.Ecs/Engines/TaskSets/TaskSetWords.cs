using Amazon.ECS.Model;

namespace BlueGreen.Ecs.Engines.TaskSets;

/// <summary>Task sets in AWS's words.</summary>
internal static class TaskSetWords
{
    public const string Primary = "PRIMARY";
    public const string Active = "ACTIVE";
    public const string Draining = "DRAINING";

    /// <summary>The ARN of a task set's target group; a task set has at most one.</summary>
    public static string? GroupOf(TaskSet? set) => set?.LoadBalancers?.FirstOrDefault()?.TargetGroupArn;

    public static DateTimeOffset Time(DateTime? time) => time is { } known ? new(known.ToUniversalTime(), TimeSpan.Zero) : default;
}
