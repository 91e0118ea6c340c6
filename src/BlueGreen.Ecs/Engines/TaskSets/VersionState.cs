namespace BlueGreen.Ecs.Engines.TaskSets;

/// <summary>One version's task set, as far as a decision needs it.</summary>
internal sealed record VersionState
{
    public required string Id { get; init; }

    public TaskSetStatus Status { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>In percent of the service's desired count.</summary>
    public double Scale { get; init; }

    public TaskCounts Tasks { get; init; } = TaskCounts.None;

    /// <summary>Whether ECS says that all tasks run and pass their checks.</summary>
    public bool IsSteady { get; init; }

    /// <summary>Since when it says so, or has stopped saying so.</summary>
    public DateTimeOffset SteadyChangedAt { get; init; }

    /// <summary>How many targets of its target group are healthy; looked at for the new version only.</summary>
    public int Healthy { get; init; }

    /// <summary>Whether all tasks run, and the load balancer finds as many healthy.</summary>
    public bool IsReady => IsSteady && Healthy >= Tasks.Desired;
}
