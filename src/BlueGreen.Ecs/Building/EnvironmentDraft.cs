namespace BlueGreen.Ecs;

/// <summary>What a builder has been told so far, unchecked.</summary>
internal sealed record EnvironmentDraft
{
    public required string Name { get; init; }

    public EnvironmentResource Cluster { get; init; } = new("default");

    public string? Service { get; init; }

    public EnvironmentController Controller { get; init; }

    public int DesiredCount { get; init; } = 1;

    public (string Name, int Port)? Container { get; init; }

    public EnvironmentResource? Repository { get; init; }

    public string ImageTag { get; init; } = "latest";

    public DeploymentDraft.Source<TaskDefinition>? TaskDefinition { get; init; }

    public EquatableArray<NamedValue> Images { get; init; }

    public EquatableArray<string> ExistingLogGroups { get; init; }

    public int? LogRetentionDays { get; init; }

    public EnvironmentResource? ExecutionRole { get; init; }

    public EnvironmentResource? TaskRole { get; init; }

    public string? TaskPolicy { get; init; }

    public EnvironmentResource? TrafficRole { get; init; }

    public bool HasLeastPrivilege { get; init; }

    public EnvironmentNetwork Network { get; init; } = new();

    public EnvironmentResource? LoadBalancer { get; init; }

    public bool IsInternal { get; init; }

    public EnvironmentListener Production { get; init; } = new(80);

    public EnvironmentListener? Test { get; init; }

    public EnvironmentTargetGroups? TargetGroups { get; init; }

    public EnvironmentDeployments Deployments { get; init; } = new();

    public CodeDeployTarget? CodeDeploy { get; init; }

    public PipelineDraft? Pipeline { get; init; }

    public EquatableArray<EnvironmentAlarm> Alarms { get; init; }

    public EquatableArray<Tag> Tags { get; init; }

    public bool WaitsUntilSteady { get; init; }
}
