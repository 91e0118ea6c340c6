namespace BlueGreen.Ecs.Pipelines;

/// <summary>What a look at an execution saw.</summary>
internal sealed record PipelineSnapshot
{
    /// <summary>In AWS's words, such as <c>InProgress</c>.</summary>
    public required string Status { get; init; }

    /// <summary>AWS's words to the status, such as the reason of a stop. Default: none.</summary>
    public string? Summary { get; init; }

    /// <summary>What started it, such as <c>PollForSourceChanges</c>. Default: not told.</summary>
    public string? Trigger { get; init; }

    public EquatableArray<PipelineRevision> Revisions { get; init; }

    /// <summary>Every try of every action, the oldest first.</summary>
    public EquatableArray<ActionSeen> Actions { get; init; }

    /// <summary>How it ended; <see langword="null"/> while it moves.</summary>
    public PipelineStatus? End => ActionStatusText.EndOf(Status);

    public bool HasOpenAction => Actions.Any(action => action.IsOpen);

    /// <summary>The last try of each action, the oldest first.</summary>
    public IEnumerable<ActionSeen> LastTries => Actions.GroupBy(action => (action.Stage, action.Action)).Select(tries => tries.Last());
}
