namespace BlueGreen.Ecs;

/// <summary>A deployment that AWS has accepted.</summary>
public sealed record StartedDeployment
{
    /// <summary>All that is needed to find it again.</summary>
    public required ResumeToken Token { get; init; }

    /// <summary>The ARN of the task definition that is deployed.</summary>
    public required string TaskDefinitionArn { get; init; }

    /// <summary>How long it may take before it is given up.</summary>
    public required TimeSpan Deadline { get; init; }
}
