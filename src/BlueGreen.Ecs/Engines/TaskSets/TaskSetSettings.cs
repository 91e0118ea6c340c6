namespace BlueGreen.Ecs.Engines.TaskSets;

/// <summary>What holds for the whole of a deployment; written on the new version's task set when it is created, so that any process can go on.</summary>
internal sealed record TaskSetSettings
{
    /// <summary>How long the new version's tasks may take until all of them are in order.</summary>
    public static readonly TimeSpan InstallLimit = TimeSpan.FromMinutes(30);

    /// <summary>How long the new version may have fewer tasks in order than wanted, once it has had all of them.</summary>
    public static readonly TimeSpan RecoveryLimit = TimeSpan.FromMinutes(5);

    /// <summary>How long a wait for a gate may take, as the schedule counts it.</summary>
    public static readonly TimeSpan GateLimit = TimeSpan.FromMinutes(60);

    /// <summary>How long a load balancer may take to act on new weights; no tasks are taken away before.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(10);

    public required TrafficShift Shift { get; init; }

    /// <summary>How long the old version is kept once the new one has all traffic.</summary>
    public TimeSpan Bake { get; init; }

    /// <summary>The stages at whose end gates are asked.</summary>
    public EquatableArray<Stage> Gates { get; init; }

    /// <summary>The id of the old version's task set.</summary>
    public required string BlueId { get; init; }

    /// <summary>The ARN of the listener rule with production traffic.</summary>
    public required string RuleArn { get; init; }

    /// <summary>The ARN of the listener rule with test traffic. Default: none.</summary>
    public string? TestRuleArn { get; init; }

    /// <summary>The names of the CloudWatch alarms that bring the traffic back.</summary>
    public EquatableArray<string> Alarms { get; init; }

    public ListenerDriftPolicy OnDrift { get; init; }

    public bool ScaleWithTraffic { get; init; }

    /// <summary>Whether the task definition was registered for this deployment, so that a rollback takes it back.</summary>
    public bool IsRegistered { get; init; }

    /// <summary>The schedule with the longest waits that are allowed; a gate that holds longer rolls back.</summary>
    public TimeSpan Deadline => (InstallLimit * (ScaleWithTraffic ? Shift.Steps.Count : 1)) + (GateLimit * Waits.Count) + Shift.Duration + Bake + Margin;

    /// <summary>The waits for gates, in order.</summary>
    public EquatableArray<TaskSetWait> Waits =>
    [
        .. Holds(Stage.Install),
        .. Holds(Stage.TestTraffic),
        .. Gates.Contains(Stage.ProductionTraffic) ? Enumerable.Range(1, Shift.Steps.Count).Select(step => TaskSetWait.AfterStep(step, Shift.Steps.Count)) : [],
        .. Holds(Stage.Bake),
    ];

    /// <summary>What a deployment says.</summary>
    public static TaskSetSettings Of(Deployment deployment, string blueId, string ruleArn, string? testRuleArn) => new()
    {
        Shift = deployment.Shift,
        Bake = deployment.Bake ?? TimeSpan.Zero,
        Gates = deployment.Gates.Select(gate => gate.Stage).Distinct().Order().ToEquatableArray(),
        BlueId = blueId,
        RuleArn = ruleArn,
        TestRuleArn = testRuleArn,
        Alarms = deployment.RollBackTriggers.Select(trigger => trigger.AlarmName).Distinct(StringComparer.Ordinal).ToEquatableArray(),
        OnDrift = deployment.OnListenerDrift,
        ScaleWithTraffic = deployment.ScaleWithTraffic,
    };

    private IEnumerable<TaskSetWait> Holds(Stage stage) => Gates.Contains(stage) ? [new(stage, stage.ToString())] : [];
}
