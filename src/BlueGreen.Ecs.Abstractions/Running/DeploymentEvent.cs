namespace BlueGreen.Ecs;

/// <summary>Something that happened in a deployment.</summary>
public sealed record DeploymentEvent
{
    /// <summary>When it was seen.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>How far the deployment had come.</summary>
    public required Stage Stage { get; init; }

    /// <summary>What happened, in one sentence.</summary>
    public required string Message { get; init; }

    /// <summary>The old version's part of production traffic, in percent.</summary>
    public double BluePercent { get; init; }

    /// <summary>The new version's part of production traffic, in percent.</summary>
    public double GreenPercent { get; init; }

    /// <summary>The old version's tasks.</summary>
    public TaskCounts BlueTasks { get; init; } = TaskCounts.None;

    /// <summary>The new version's tasks.</summary>
    public TaskCounts GreenTasks { get; init; } = TaskCounts.None;

    /// <summary>The lifecycle event that began or ended, in AWS's words. Default: none.</summary>
    public string? LifecycleEvent { get; init; }

    /// <summary>One line: time, stage, weights, tasks, message.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Time:HH:mm:ss} {Stage,-17} blue {BluePercent,3:0.#} % {BlueTasks,-5} green {GreenPercent,3:0.#} % {GreenTasks,-5} {Message}");
}
