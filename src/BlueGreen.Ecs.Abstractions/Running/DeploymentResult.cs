namespace BlueGreen.Ecs;

/// <summary>What happened, and why.</summary>
public sealed record DeploymentResult
{
    /// <summary>How it ended.</summary>
    public required DeploymentOutcome Outcome { get; init; }

    /// <summary>AWS's id of the deployment.</summary>
    public required string DeploymentId { get; init; }

    /// <summary>AWS's id of the deployment that brought the traffic back. Default: none.</summary>
    public string? RollBackId { get; init; }

    /// <summary>The ARN of the task definition that was deployed.</summary>
    public required string TaskDefinitionArn { get; init; }

    /// <summary>Why it did not succeed, in AWS's words or in those of the gate that decided so. Default: none.</summary>
    public string? Reason { get; init; }

    /// <summary>What was found to be the cause, the most likely first: the findings of <see cref="FailureDiagnosis.Causes"/>, and what could not be restored. Default: none.</summary>
    public EquatableArray<Finding> Findings { get; init; }

    /// <summary>Why it did not succeed: causes with their evidence, what is excluded, and what could not be looked at. Default: none, it succeeded, or AWS could not be asked at all.</summary>
    public FailureDiagnosis? Diagnosis { get; init; }

    /// <summary>AWS's error code. Default: none.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>From the start until the end was seen.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>What was seen last.</summary>
    public required Observation Last { get; init; }

    /// <summary>The result itself when the deployment succeeded.</summary>
    /// <exception cref="DeploymentFailedException">It did not.</exception>
    public DeploymentResult EnsureSucceeded() => Outcome == DeploymentOutcome.Succeeded ? this : throw new DeploymentFailedException(this);
}
