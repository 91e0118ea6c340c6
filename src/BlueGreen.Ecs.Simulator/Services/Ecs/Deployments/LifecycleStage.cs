namespace BlueGreen.Ecs.Simulator.Services.Ecs.Deployments;

/// <summary>The stages of a deployment that is not a rolling one, in AWS's words.</summary>
internal static class LifecycleStage
{
    public const string ReconcileService = "RECONCILE_SERVICE";
    public const string PreScaleUp = "PRE_SCALE_UP";
    public const string ScaleUp = "SCALE_UP";
    public const string PostScaleUp = "POST_SCALE_UP";
    public const string TestTrafficShift = "TEST_TRAFFIC_SHIFT";
    public const string PostTestTrafficShift = "POST_TEST_TRAFFIC_SHIFT";

    /// <summary>Known to hooks only: before each step of the production traffic, within <see cref="ProductionTrafficShift"/>.</summary>
    public const string PreProductionTrafficShift = "PRE_PRODUCTION_TRAFFIC_SHIFT";

    public const string ProductionTrafficShift = "PRODUCTION_TRAFFIC_SHIFT";
    public const string PostProductionTrafficShift = "POST_PRODUCTION_TRAFFIC_SHIFT";
    public const string BakeTime = "BAKE_TIME";
    public const string CleanUp = "CLEAN_UP";
}
