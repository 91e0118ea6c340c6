namespace BlueGreen.Ecs.Engines.TaskSets;

/// <summary>
/// What is due next. Pure, and level-triggered: it depends on what there is now and not on what was done before, so that any process may ask at any moment.
/// </summary>
internal static class TaskSetDecision
{
    // Another process that watches may be ahead of this one's clock by as much.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    public static TaskSetAction Decide(TaskSetsState state) => state switch
    {
        { Green: null } => WithoutGreen(state),
        { Settings: not { } } => new TaskSetAction.Done(DeploymentStatus.Failed, "The tags of the new version's task set have been changed, and with them what was known of the deployment."),
        { Green.Status: TaskSetStatus.Draining } => Deleted(state),
        { Progress.RollBack: { } reason } when CanGoBack(state) => GoBack(state, state.Green, reason),
        { Green.Status: TaskSetStatus.Primary } => CleanUp(state, state.Settings),
        { Progress.RollBack: { } reason } => new TaskSetAction.Done(DeploymentStatus.Failed, $"{reason} The traffic stays where it is, because the old version's task set is gone."),
        { HasRule: false } => new TaskSetAction.Done(DeploymentStatus.Failed, "The listener rule with production traffic is gone."),
        { Progress.Stopped: { } reason } => new TaskSetAction.Done(DeploymentStatus.Failed, reason),
        _ when Trouble(state, state.Green, state.Settings) is { } reason => new TaskSetAction.RollBack(reason),
        _ => GoOn(state, state.Green, state.Settings),
    };

    /// <summary>The share of the step that was reached.</summary>
    public static ForwardWeights WeightsOf(TaskSetSettings settings, int step) =>
        step <= 0 ? ForwardWeights.AllBlue : ForwardWeights.For(settings.Shift.Steps[Math.Min(step, settings.Shift.Steps.Count) - 1].GreenPercent);

    /// <summary>Whether there is an old version to go back to.</summary>
    public static bool CanGoBack(TaskSetsState state) => state is { HasRule: true, Blue: { Status: not TaskSetStatus.Draining, Scale: > 0 } };

    // The new version's task set, and with it the memory, is gone.
    private static TaskSetAction.Done WithoutGreen(TaskSetsState state) => state is { IsReplaced: false, Weights: null or { IsAllBlue: true } }
        ? new(DeploymentStatus.RolledBack, "Its task set is gone, and the old version is the service's; why is not known any more.")
        : new(DeploymentStatus.Failed, "Its task set is gone, and with it what was known of the deployment. Look where the traffic is.");

    private static TaskSetAction Deleted(TaskSetsState state)
    {
        var isBack = state.Weights is null or { IsAllBlue: true };
        return state switch
        {
            { IsReplaced: true, Progress.RollBack: null } => new TaskSetAction.Done(DeploymentStatus.Succeeded),
            _ when !isBack && CanGoBack(state) => new TaskSetAction.BringBack(),
            _ => new TaskSetAction.Done(isBack ? DeploymentStatus.RolledBack : DeploymentStatus.Failed, state.Progress.RollBack ?? "Somebody has deleted the new version's task set."),
        };
    }

    private static TaskSetAction GoBack(TaskSetsState state, VersionState green, string reason) => state switch
    {
        { Weights: not { IsAllBlue: true } } => new TaskSetAction.BringBack(),
        { Green.Status: TaskSetStatus.Primary } => new TaskSetAction.PromoteBlue(),
        _ when state.Progress.Step > 0 && state.Now < state.Progress.RollBackAt + TaskSetSettings.Settling => new TaskSetAction.Wait(Stage.RollBack, reason),
        _ => green.Scale > 0 ? new TaskSetAction.DrainGreen() : new TaskSetAction.DeleteGreen(),
    };

    // Behind the point of no return: the new version is the service's.
    private static TaskSetAction CleanUp(TaskSetsState state, TaskSetSettings settings) => state switch
    {
        { Blue: null or { Status: TaskSetStatus.Draining } } or { HasRule: false } => new TaskSetAction.Done(DeploymentStatus.Succeeded),
        { Weights: not { IsAllGreen: true } } => new TaskSetAction.CorrectWeights(Stage.Bake, ForwardWeights.AllGreen),
        { Test: TestTarget.Green or TestTarget.Other } => new TaskSetAction.SetTestTraffic(Stage.Bake, TestTarget.Blue),
        _ when state.Now < state.Progress.StepAt + TaskSetSettings.Settling => new TaskSetAction.Wait(Stage.Bake, "the load balancer"),
        _ => state.Blue.Scale > 0 ? new TaskSetAction.DrainBlue() : new TaskSetAction.DeleteBlue(),
    };

    private static string? Trouble(TaskSetsState state, VersionState green, TaskSetSettings settings)
    {
        var step = state.Progress.Step;
        return state switch
        {
            { IsReplaced: true } => "Somebody has made another task set the service's.",
            { RivalId: { } rival } => $"Deployment {rival} of the same service was begun before.",
            _ when IsDrift(state, settings) && settings.OnDrift == ListenerDriftPolicy.RollBack => Drift(state, settings),
            { RedAlarms: [var alarm, ..] } when step > 0 || (IsDue(state, settings) && IsInstalled(state, settings)) => $"The alarm {alarm} is in ALARM.",
            _ when step > 0 && green is { Healthy: 0, Tasks.Desired: > 0 } => "None of the new version's tasks is healthy any more.",
            _ when step > 0 && !green.IsSteady && state.Now - green.SteadyChangedAt > Recovery(settings) =>
                FormattableString.Invariant($"The new version has had fewer tasks in order than wanted for {Recovery(settings):c}."),
            _ => null,
        };
    }

    private static TaskSetAction GoOn(TaskSetsState state, VersionState green, TaskSetSettings settings)
    {
        var progress = state.Progress;
        if (IsDrift(state, settings))
        {
            return new TaskSetAction.CorrectWeights(progress.Step == 0 ? Stage.Install : Stage.ProductionTraffic, WeightsOf(settings, progress.Step));
        }

        if (progress.Step > 0)
        {
            return Shift(state, green, settings);
        }

        if (!green.IsReady && !HasPassed(state, settings, Stage.Install))
        {
            return state.Now - green.CreatedAt > TaskSetSettings.InstallLimit
                ? new TaskSetAction.RollBack(FormattableString.Invariant($"The new version's tasks were not in order within {TaskSetSettings.InstallLimit:c}."))
                : new TaskSetAction.Wait(Stage.Install, "the new version's tasks");
        }

        return Held(state, settings, new(Stage.Install, nameof(Stage.Install)))
            ?? (state.Test is TestTarget.Blue or TestTarget.Other ? new TaskSetAction.SetTestTraffic(Stage.TestTraffic, TestTarget.Green) : null)
            ?? Held(state, settings, new(Stage.TestTraffic, nameof(Stage.TestTraffic)))
            ?? Step(state, green, settings);
    }

    private static TaskSetAction Shift(TaskSetsState state, VersionState green, TaskSetSettings settings)
    {
        var (step, steps) = (state.Progress.Step, settings.Shift.Steps.Count);
        if (step < steps && !IsDue(state, settings))
        {
            return new TaskSetAction.Wait(Stage.ProductionTraffic, "the next step");
        }

        if (Held(state, settings, TaskSetWait.AfterStep(step, steps)) is { } held)
        {
            return held;
        }

        if (step < steps)
        {
            return Step(state, green, settings);
        }

        return state.Now < state.Progress.StepAt + settings.Bake
            ? new TaskSetAction.Wait(Stage.Bake, "the end of the bake time")
            : Held(state, settings, new(Stage.Bake, nameof(Stage.Bake))) ?? (green.IsReady ? new TaskSetAction.Promote() : new TaskSetAction.Wait(Stage.Bake, "the new version's tasks"));
    }

    private static TaskSetAction Step(TaskSetsState state, VersionState green, TaskSetSettings settings)
    {
        var next = settings.Shift.Steps[state.Progress.Step].GreenPercent;
        var scale = settings.ScaleWithTraffic ? next : 100;
        return green.Scale < scale ? new TaskSetAction.ScaleGreen(scale)
            : green.IsReady ? new TaskSetAction.SetWeights(state.Progress.Step + 1, ForwardWeights.For(next))
            : new TaskSetAction.Wait(state.Progress.Step == 0 ? Stage.Install : Stage.ProductionTraffic, "the new version's tasks");
    }

    private static TaskSetAction? Held(TaskSetsState state, TaskSetSettings settings, TaskSetWait wait)
    {
        var waits = settings.Waits;
        var index = IndexOf(waits, wait.Name);
        return index < 0 || index <= IndexOf(waits, state.Progress.Passed) ? null
            : state.Now - state.Green!.CreatedAt > settings.Deadline ? new TaskSetAction.RollBack($"The gate at {wait.Name} did not decide before the deployment's deadline, {settings.Deadline:c} after its start.")
            : new TaskSetAction.Hold(wait);
    }

    private static bool HasPassed(TaskSetsState state, TaskSetSettings settings, Stage stage) =>
        IndexOf(settings.Waits, state.Progress.Passed) is >= 0 and var passed && settings.Waits[passed].Stage >= stage;

    // Whether all that comes before the first step has been let through.
    private static bool IsInstalled(TaskSetsState state, TaskSetSettings settings) =>
        state.Green!.IsReady && !settings.Waits.Any(wait => wait.Stage <= Stage.TestTraffic && IndexOf(settings.Waits, wait.Name) > IndexOf(settings.Waits, state.Progress.Passed));

    private static int IndexOf(EquatableArray<TaskSetWait> waits, string? name)
    {
        for (var i = 0; i < waits.Count; i++)
        {
            if (waits[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsDue(TaskSetsState state, TaskSetSettings settings) => state.Progress.Step == 0 || state.Now >= state.Progress.StepAt + settings.Shift.Interval;

    // Weights that are one step ahead are those of another watcher, or of this one before it was interrupted: it sets them first, and writes them down then.
    private static bool IsDrift(TaskSetsState state, TaskSetSettings settings)
    {
        var step = state.Progress.Step;
        return state.Weights?.SharesAs(WeightsOf(settings, step)) is not true
            && !(step < settings.Shift.Steps.Count && state.Weights?.SharesAs(WeightsOf(settings, step + 1)) is true && MayBeAhead(state, settings));
    }

    private static bool MayBeAhead(TaskSetsState state, TaskSetSettings settings)
    {
        var (step, waits) = (state.Progress.Step, settings.Waits);
        return step == 0
            ? IsInstalled(state, settings)
            : state.Now >= state.Progress.StepAt + settings.Shift.Interval - ClockSkew
                && IndexOf(waits, TaskSetWait.AfterStep(step, settings.Shift.Steps.Count).Name) <= IndexOf(waits, state.Progress.Passed);
    }

    private static string Drift(TaskSetsState state, TaskSetSettings settings) => state.Weights is { } found
        ? FormattableString.Invariant($"Somebody has changed the listener: the new version has {found.GreenPercent:0.##} % of the traffic where step {state.Progress.Step} has {WeightsOf(settings, state.Progress.Step).GreenPercent:0.##} %.")
        : "Somebody has changed the listener: its rule does not share between the two target groups any more.";

    private static TimeSpan Recovery(TaskSetSettings settings) => settings.ScaleWithTraffic ? TaskSetSettings.InstallLimit : TaskSetSettings.RecoveryLimit;
}
