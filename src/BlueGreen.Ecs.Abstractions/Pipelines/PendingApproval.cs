namespace BlueGreen.Ecs;

/// <summary>What an approval action asks for. AWS gives it up after seven days without an answer.</summary>
public sealed record PendingApproval
{
    /// <summary>The stage's name.</summary>
    public required string Stage { get; init; }

    /// <summary>The action's name.</summary>
    public required string Action { get; init; }

    /// <summary>What is to be approved: the source revisions of the execution.</summary>
    public EquatableArray<PipelineRevision> Revisions { get; init; }

    /// <summary>The question, as the action's <c>CustomData</c> has it; secrets in it are masked. Default: none.</summary>
    public string? Question { get; init; }

    /// <summary>What whoever approves should look at, as the action's <c>ExternalEntityLink</c> has it. Default: none.</summary>
    public string? Link { get; init; }
}
