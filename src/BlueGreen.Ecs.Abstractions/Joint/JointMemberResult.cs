namespace BlueGreen.Ecs;

/// <summary>What happened to one of several deployments.</summary>
public sealed record JointMemberResult
{
    /// <summary>The service.</summary>
    public required ServiceReference Service { get; init; }

    /// <summary>
    /// Where the service stands at the end: <see cref="DeploymentOutcome.RolledBack"/> also when a further deployment brought back what ran before. Default: none, it was not started,
    /// or its end was not seen; see <see cref="Problem"/>.
    /// </summary>
    public DeploymentOutcome? Outcome { get; init; }

    /// <summary>How its own deployment ended. Default: none, it was not started or its end was not seen.</summary>
    public DeploymentResult? Deployment { get; init; }

    /// <summary>How the deployment ended that brought back what ran before, where its own had ended already. Default: none was needed.</summary>
    public DeploymentResult? RollBack { get; init; }

    /// <summary>How it is found again when its end was not seen. Default: none.</summary>
    public ResumeToken? ResumeToken { get; init; }

    /// <summary>What went wrong with starting it, watching it, or rolling it back. Default: nothing.</summary>
    public string? Problem { get; init; }

    /// <summary>One line: the service, where it stands, and what went wrong.</summary>
    public override string ToString() =>
        $"{Service}: {(Outcome is { } outcome ? outcome.ToString() : ResumeToken is null ? "not started" : "its end was not seen")}{((Problem ?? Deployment?.Reason) is { } why ? $": {why}" : string.Empty)}";
}
