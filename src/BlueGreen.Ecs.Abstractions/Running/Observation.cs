namespace BlueGreen.Ecs;

/// <summary>What an engine saw of a deployment at one moment; the same for every engine.</summary>
public sealed record Observation
{
    /// <summary>Whether the deployment still moves.</summary>
    public required DeploymentStatus Status { get; init; }

    /// <summary>How far it has come.</summary>
    public required Stage Stage { get; init; }

    /// <summary>The old version's part of production traffic, in percent.</summary>
    public double BluePercent { get; init; } = 100;

    /// <summary>The new version's part of production traffic, in percent.</summary>
    public double GreenPercent { get; init; }

    /// <summary>The old version's tasks.</summary>
    public TaskCounts BlueTasks { get; init; } = TaskCounts.None;

    /// <summary>The new version's tasks.</summary>
    public TaskCounts GreenTasks { get; init; } = TaskCounts.None;

    /// <summary>AWS's lifecycle events so far, first to last.</summary>
    public EquatableArray<LifecycleEventState> LifecycleEvents { get; init; }

    /// <summary>Whether only the new version's tasks are waited for: they start, or are not healthy yet. Not so while a hook, a gate or somebody else holds the deployment.</summary>
    public bool AwaitsTasks { get; init; }

    /// <summary>
    /// Up to when the schedule foresees nothing: the next part of the traffic is not due, or the old version is kept. Whoever watches may look less often until then.
    /// Default: none; it can change at any moment.
    /// </summary>
    public DateTimeOffset? QuietUntil { get; init; }

    /// <summary>Which wait it is in, so that gates are asked once for each: a hook's id, or a step. Default: none; then all waits of a stage are one.</summary>
    public string? Wait { get; init; }

    /// <summary>AWS's error code. Default: none.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Why it failed, in AWS's words. Default: none.</summary>
    public string? Reason { get; init; }

    /// <summary>The id of the deployment that brings the traffic back. Default: none.</summary>
    public string? RollBackId { get; init; }
}
