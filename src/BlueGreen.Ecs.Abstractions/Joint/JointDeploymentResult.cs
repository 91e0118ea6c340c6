namespace BlueGreen.Ecs;

/// <summary>What happened to several services, and why.</summary>
public sealed record JointDeploymentResult
{
    /// <summary>
    /// <see cref="DeploymentOutcome.Succeeded"/>: all services run the new version. <see cref="DeploymentOutcome.RolledBack"/>: all run what ran before.
    /// <see cref="DeploymentOutcome.Failed"/>: neither, or it is not known; look at each member.
    /// </summary>
    public required DeploymentOutcome Outcome { get; init; }

    /// <summary>Each member's result, in order.</summary>
    public required EquatableArray<JointMemberResult> Members { get; init; }

    /// <summary>Why it did not succeed: of the member that failed first, or of the gate that decided so. Default: none.</summary>
    public string? Reason { get; init; }

    /// <summary>From the start until the last end was seen.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The result itself when all succeeded.</summary>
    /// <exception cref="JointDeploymentFailedException">Not all did.</exception>
    public JointDeploymentResult EnsureSucceeded() => Outcome == DeploymentOutcome.Succeeded ? this : throw new JointDeploymentFailedException(this);
}
