using BlueGreen.Ecs.Documents;

namespace BlueGreen.Ecs;

/// <summary>What a builder has been told so far, unchecked.</summary>
internal sealed record DeploymentDraft
{
    public required string Service { get; init; }

    public Source<TaskDefinition>? TaskDefinition { get; init; }

    public Func<TaskDefinition, TaskDefinition>? TaskDefinitionChange { get; init; }

    public EquatableArray<NamedValue> Images { get; init; }

    public Source<AppSpec>? AppSpec { get; init; }

    public TrafficShift Shift { get; init; } = TrafficShift.AllAtOnce;

    public TimeSpan? Bake { get; init; }

    public EquatableArray<Gate> Gates { get; init; }

    public EquatableArray<RollBackTrigger> Triggers { get; init; }

    public CancelPolicy OnCancel { get; init; }

    public ConcurrencyPolicy WhenRunning { get; init; }

    public bool ScaleWithTraffic { get; init; }

    public bool SuspendScaling { get; init; }

    public ListenerDriftPolicy OnListenerDrift { get; init; }

    public CodeDeployTarget? CodeDeploy { get; init; }

    public string? Description { get; init; }

    public string? StartedBy { get; init; }

    public string? Commit { get; init; }

    public bool ReturnsWhenShifted { get; init; }

    public EquatableArray<Suppression> Suppressions { get; init; }

    /// <summary>A document that is named by a path, or given as a value. Both become nodes; only those of a file stand where their positions say.</summary>
    internal sealed record Source<T>(string Call, Func<DocumentNode> Read, bool IsFile);
}
