namespace BlueGreen.Ecs.Engines.TaskSets;

/// <summary>What is to be done next: one of the records in here. Each can be carried out again without harm.</summary>
/// <param name="Stage">How far the deployment has come.</param>
internal abstract record TaskSetAction(Stage Stage)
{
    /// <summary>Look again later.</summary>
    /// <param name="Stage">How far the deployment has come.</param>
    /// <param name="What">What is waited for.</param>
    internal sealed record Wait(Stage Stage, string What) : TaskSetAction(Stage);

    /// <summary>Wait for gates.</summary>
    /// <param name="At">Which wait it is.</param>
    internal sealed record Hold(TaskSetWait At) : TaskSetAction(At.Stage);

    /// <summary>Send test traffic to a version's target group.</summary>
    /// <param name="Stage">How far the deployment has come.</param>
    /// <param name="Target">To the new version's, or to the group that the next deployment will use.</param>
    internal sealed record SetTestTraffic(Stage Stage, TestTarget Target) : TaskSetAction(Stage);

    /// <summary>Give the new version the share of a step, and write that down.</summary>
    /// <param name="Step">The step, from 1.</param>
    /// <param name="Weights">Its weights.</param>
    internal sealed record SetWeights(int Step, ForwardWeights Weights) : TaskSetAction(Stage.ProductionTraffic);

    /// <summary>Set weights again that somebody else has changed.</summary>
    /// <param name="Stage">How far the deployment has come.</param>
    /// <param name="Weights">What the step that was reached wants.</param>
    internal sealed record CorrectWeights(Stage Stage, ForwardWeights Weights) : TaskSetAction(Stage);

    /// <summary>Start more of the new version's tasks.</summary>
    /// <param name="Percent">How many, in percent of the service's desired count.</param>
    internal sealed record ScaleGreen(double Percent) : TaskSetAction(Stage.ProductionTraffic);

    /// <summary>Make the new version the service's.</summary>
    internal sealed record Promote() : TaskSetAction(Stage.Bake);

    /// <summary>Take the old version's tasks away.</summary>
    internal sealed record DrainBlue() : TaskSetAction(Stage.Bake);

    /// <summary>Delete the old version's task set.</summary>
    internal sealed record DeleteBlue() : TaskSetAction(Stage.Bake);

    /// <summary>Write down that the traffic goes back, and bring it back.</summary>
    /// <param name="Reason">Why.</param>
    internal sealed record RollBack(string Reason) : TaskSetAction(Stage.RollBack);

    /// <summary>Bring the traffic back.</summary>
    internal sealed record BringBack() : TaskSetAction(Stage.RollBack);

    /// <summary>Make the old version the service's again.</summary>
    internal sealed record PromoteBlue() : TaskSetAction(Stage.RollBack);

    /// <summary>Take the new version's tasks away.</summary>
    internal sealed record DrainGreen() : TaskSetAction(Stage.RollBack);

    /// <summary>Take back the revision that was registered for it, and delete the new version's task set.</summary>
    internal sealed record DeleteGreen() : TaskSetAction(Stage.RollBack);

    /// <summary>Nothing any more.</summary>
    /// <param name="Status">How it ended.</param>
    /// <param name="Reason">Why it did not succeed. Default: none.</param>
    internal sealed record Done(DeploymentStatus Status, string? Reason = null) : TaskSetAction(Stage.Finished);
}
