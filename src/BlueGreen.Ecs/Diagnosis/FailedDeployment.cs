using BlueGreen.Ecs.Diagnosis.Evidence;

namespace BlueGreen.Ecs.Diagnosis;

/// <summary>What an engine knows of a deployment that failed, and where to look further.</summary>
internal sealed record FailedDeployment
{
    /// <summary>Its id or ARN.</summary>
    public required string Id { get; init; }

    public required ServiceReference Service { get; init; }

    /// <summary>When it began.</summary>
    public DateTime Since { get; init; }

    public string? ErrorCode { get; init; }

    public string? Reason { get; init; }

    public bool IsStoppedHere { get; init; }

    public bool IsWaiting { get; init; }

    public IReadOnlyList<LifecycleSeen> Lifecycle { get; init; } = [];

    /// <summary>Tells the new version's tasks. Default: there was no new version.</summary>
    public Predicate<Amazon.ECS.Model.Task>? IsNew { get; init; }

    /// <summary>The new version's target groups, by ARN or name.</summary>
    public IReadOnlyList<string> TargetGroups { get; init; } = [];

    /// <summary>All target groups between which the deployment moves traffic, by ARN or name.</summary>
    public IReadOnlyList<string> Pair { get; init; } = [];

    /// <summary>The listeners or rules with production traffic, by ARN.</summary>
    public IReadOnlyList<string> Listeners { get; init; } = [];

    /// <summary>The names of its alarms; <see langword="null"/> when they are not known.</summary>
    public IReadOnlyList<string>? Alarms { get; init; } = [];

    /// <summary>The function of the hook that failed or is waited for, by name or ARN. Default: none.</summary>
    public string? Hook { get; init; }

    /// <summary>What the engine could not look at.</summary>
    public IReadOnlyList<Finding> NotChecked { get; init; } = [];
}
