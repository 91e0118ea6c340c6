namespace BlueGreen.Ecs;

/// <summary>Between what, by what, and in whose name traffic will move.</summary>
public sealed record PlannedTraffic
{
    /// <summary>The ARN of the listener with production traffic. Default: none, or it was not found.</summary>
    public string? ProductionListenerArn { get; init; }

    /// <summary>The ARN of the listener with test traffic. Default: none.</summary>
    public string? TestListenerArn { get; init; }

    /// <summary>The names of the target groups, as far as they were found.</summary>
    public EquatableArray<string> TargetGroups { get; init; }

    /// <summary>The ARN of the role with which AWS moves the traffic. Default: none, this library moves it with the caller's own rights.</summary>
    public string? RoleArn { get; init; }

    /// <summary>The names of the alarms that stop the deployment. Default: none.</summary>
    public EquatableArray<string> Alarms { get; init; }

    /// <summary>The functions that AWS calls on the way. Default: none.</summary>
    public EquatableArray<PlannedHook> Hooks { get; init; }
}
