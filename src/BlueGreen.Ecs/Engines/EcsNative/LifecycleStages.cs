namespace BlueGreen.Ecs.Engines.EcsNative;

/// <summary>The lifecycle stages of a service deployment, in AWS's words.</summary>
internal static class LifecycleStages
{
    public const string ReconcileService = "RECONCILE_SERVICE";
    public const string PreScaleUp = "PRE_SCALE_UP";
    public const string ScaleUp = "SCALE_UP";
    public const string PostScaleUp = "POST_SCALE_UP";
    public const string TestTrafficShift = "TEST_TRAFFIC_SHIFT";
    public const string PostTestTrafficShift = "POST_TEST_TRAFFIC_SHIFT";
    public const string ProductionTrafficShift = "PRODUCTION_TRAFFIC_SHIFT";
    public const string PostProductionTrafficShift = "POST_PRODUCTION_TRAFFIC_SHIFT";
    public const string BakeTime = "BAKE_TIME";
    public const string CleanUp = "CLEAN_UP";

    /// <summary>Known to hooks only: before each step of production traffic.</summary>
    public const string PreProductionTrafficShift = "PRE_PRODUCTION_TRAFFIC_SHIFT";

    /// <summary>The stages that every deployment passes, first to last. <see cref="ReconcileService"/> comes before them where the service is not in order.</summary>
    public static EquatableArray<string> InOrder { get; } =
    [
        PreScaleUp, ScaleUp, PostScaleUp, TestTrafficShift, PostTestTrafficShift, ProductionTrafficShift, PostProductionTrafficShift, BakeTime, CleanUp,
    ];

    public static Stage StageOf(string? lifecycleStage) => lifecycleStage switch
    {
        ScaleUp or PostScaleUp => Stage.Install,
        TestTrafficShift or PostTestTrafficShift => Stage.TestTraffic,
        PreProductionTrafficShift or ProductionTrafficShift or PostProductionTrafficShift => Stage.ProductionTraffic,
        BakeTime or CleanUp => Stage.Bake,
        _ => Stage.Pending,
    };

    /// <summary>Where ECS holds for a gate at a stage; with a shift in parts, at <see cref="Stage.ProductionTraffic"/> behind every part.</summary>
    /// <returns>Stages of hooks; none where ECS cannot hold.</returns>
    public static EquatableArray<string> HooksFor(Stage gate, TrafficShift shift) => gate switch
    {
        Stage.Pending => [PreScaleUp],
        Stage.Install => [PostScaleUp],
        Stage.TestTraffic => [PostTestTrafficShift],
        Stage.ProductionTraffic => shift.Kind == TrafficShiftKind.AllAtOnce ? [PostProductionTrafficShift] : [PreProductionTrafficShift, PostProductionTrafficShift],
        _ => [],
    };

    /// <summary>Which hooks can be open while a deployment is in a stage. The one before each step has no stage of its own.</summary>
    public static EquatableArray<string> HooksOpenIn(string? lifecycleStage) => lifecycleStage switch
    {
        null => [],
        PostTestTrafficShift => [PostTestTrafficShift, PreProductionTrafficShift],
        ProductionTrafficShift => [PreProductionTrafficShift, ProductionTrafficShift],
        _ => [lifecycleStage],
    };
}
