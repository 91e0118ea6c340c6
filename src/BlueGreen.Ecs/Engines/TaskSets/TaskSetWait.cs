namespace BlueGreen.Ecs.Engines.TaskSets;

/// <summary>A moment at which gates are asked.</summary>
/// <param name="Stage">The stage at whose end it is.</param>
/// <param name="Name">Tells it from the others: the stage, or the step.</param>
internal sealed record TaskSetWait(Stage Stage, string Name)
{
    public static TaskSetWait AfterStep(int step, int steps) => new(Stage.ProductionTraffic, FormattableString.Invariant($"step {step} of {steps}"));
}
