namespace BlueGreen.Ecs;

/// <summary>Something that happened in an execution of a pipeline: to the execution itself, to one of its actions, or in the deployment that an action has made.</summary>
public sealed record PipelineEvent
{
    /// <summary>When it was seen.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>When it happened, as AWS has it. Default: AWS does not tell.</summary>
    public DateTimeOffset? HappenedAt { get; init; }

    /// <summary>The stage's name. Default: none, it concerns the execution as a whole.</summary>
    public string? Stage { get; init; }

    /// <summary>The action's name. Default: none, it concerns the execution as a whole.</summary>
    public string? Action { get; init; }

    /// <summary>The status of the action, or of the execution where there is none, in AWS's words, such as <c>InProgress</c>.</summary>
    public required string Status { get; init; }

    /// <summary>What happened, in one sentence; secrets in what others wrote are masked.</summary>
    public required string Message { get; init; }

    /// <summary>What the action does elsewhere: a commit's id, a build's, or a deployment's. Default: nothing that AWS tells.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Where a person can look at that. Default: none.</summary>
    public string? Link { get; init; }

    /// <summary>What waits for an approval since this event. Default: none.</summary>
    public PendingApproval? Approval { get; init; }

    /// <summary>The event of the deployment that the action has made, with the weights of both versions. Default: none, it is the pipeline's own.</summary>
    public DeploymentEvent? Deployment { get; init; }

    /// <summary>One line: time, stage and action, message; of a deployment's event also its stage, weights and tasks.</summary>
    public override string ToString()
    {
        var place = Stage is null ? "pipeline" : $"{Stage}/{Action}";
        return Deployment is { } deployment
            ? FormattableString.Invariant($"{Time:HH:mm:ss} {place,-17} {deployment.ToString()[9..]}")
            : FormattableString.Invariant($"{Time:HH:mm:ss} {place,-17} {Message}");
    }
}
