namespace BlueGreen.Ecs.Engines.TaskSets;

/// <summary>How far a deployment has come; kept in the tags of the new version's task set.</summary>
internal sealed record TaskSetProgress
{
    public static TaskSetProgress None { get; } = new();

    /// <summary>The steps of the shift that have been done.</summary>
    public int Step { get; init; }

    /// <summary>When the last of them was done.</summary>
    public DateTimeOffset StepAt { get; init; }

    /// <summary>The last wait that gates have let through. Default: none.</summary>
    public string? Passed { get; init; }

    /// <summary>Why the traffic goes back. Default: it does not.</summary>
    public string? RollBack { get; init; }

    /// <summary>Since when.</summary>
    public DateTimeOffset RollBackAt { get; init; }

    /// <summary>Why it was stopped where it was. Default: it was not.</summary>
    public string? Stopped { get; init; }
}
