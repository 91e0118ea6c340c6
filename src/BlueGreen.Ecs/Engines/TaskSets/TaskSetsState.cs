namespace BlueGreen.Ecs.Engines.TaskSets;

/// <summary>All that the next action depends on. Nothing of it is remembered: it is read anew each time.</summary>
internal sealed record TaskSetsState
{
    public required DateTimeOffset Now { get; init; }

    /// <summary>The settings on the new version's task set; none without one.</summary>
    public TaskSetSettings? Settings { get; init; }

    public TaskSetProgress Progress { get; init; } = TaskSetProgress.None;

    /// <summary>The new version's; none before it is made and after it is gone.</summary>
    public VersionState? Green { get; init; }

    /// <summary>The old version's; none when it is gone.</summary>
    public VersionState? Blue { get; init; }

    /// <summary>Whether another version than these two is the service's primary.</summary>
    public bool IsReplaced { get; init; }

    /// <summary>A deployment of the same service that was begun before this one and is under way.</summary>
    public string? RivalId { get; init; }

    /// <summary>The weights of production traffic; none when the rule does not share between these two target groups alone.</summary>
    public ForwardWeights? Weights { get; init; }

    /// <summary>Whether the rule with production traffic is there.</summary>
    public bool HasRule { get; init; } = true;

    public TestTarget Test { get; init; }

    /// <summary>The alarms that are in <c>ALARM</c>.</summary>
    public EquatableArray<string> RedAlarms { get; init; }
}
