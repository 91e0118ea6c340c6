namespace BlueGreen.Ecs.Diagnosis.Evidence;

/// <summary>A task of the new version.</summary>
internal sealed record TaskSeen
{
    public required string Arn { get; init; }

    /// <summary>The ARN of its task definition.</summary>
    public string? TaskDefinition { get; init; }

    /// <summary>Whether it has stopped, or is about to.</summary>
    public bool IsStopping { get; init; }

    /// <summary>Such as <c>TaskFailedToStart</c>.</summary>
    public string? StopCode { get; init; }

    public string? StoppedReason { get; init; }

    /// <summary><c>HEALTHY</c>, <c>UNHEALTHY</c> or <c>UNKNOWN</c>, by its containers' own health checks.</summary>
    public string? Health { get; init; }

    /// <summary>When its containers ran.</summary>
    public DateTime? StartedAt { get; init; }

    /// <summary>When it was told to stop, or stopped.</summary>
    public DateTime? StoppedAt { get; init; }

    public IReadOnlyList<ContainerSeen> Containers { get; init; } = [];

    /// <summary>The last part of the ARN.</summary>
    public string Id => Arn[(Arn.LastIndexOf('/') + 1)..];

    /// <summary>Why it stopped, by itself and by its containers.</summary>
    public IEnumerable<string> Reasons => Containers.Select(container => container.Reason).Append(StoppedReason).OfType<string>().Where(reason => reason.Length > 0).Distinct(StringComparer.Ordinal);
}
