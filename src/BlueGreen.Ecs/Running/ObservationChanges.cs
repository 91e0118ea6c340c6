namespace BlueGreen.Ecs.Running;

/// <summary>Tells two observations apart as events. Pure.</summary>
internal static class ObservationChanges
{
    /// <summary>What happened between two looks, in order.</summary>
    /// <param name="before">The earlier look; <see langword="null"/> at the start.</param>
    /// <param name="now">The later look.</param>
    /// <param name="time">When the later look was taken.</param>
    public static IEnumerable<DeploymentEvent> Between(Observation? before, Observation now, DateTimeOffset time)
    {
        foreach (var happened in now.LifecycleEvents.Except(before?.LifecycleEvents ?? []))
        {
            // One that is skipped does not take the deployment to its stage.
            var stage = happened.Status == "Skipped" ? now.Stage : happened.Stage;
            yield return Event($"{happened.Name} {Words(happened.Status)}") with { Stage = stage, LifecycleEvent = happened.Name };
        }

        if (before?.GreenPercent != now.GreenPercent && (before is not null || now.GreenPercent > 0))
        {
            yield return Event(FormattableString.Invariant($"production traffic: blue {now.BluePercent:0.#} %, green {now.GreenPercent:0.#} %"));
        }

        if (before is not null && (before.BlueTasks != now.BlueTasks || before.GreenTasks != now.GreenTasks))
        {
            yield return Event($"tasks: blue {now.BlueTasks}, green {now.GreenTasks}");
        }

        if (now.Reason is { } reason && before?.Reason != reason)
        {
            yield return Event(now.ErrorCode is { } code ? $"{code}: {reason}" : reason);
        }

        if (now.RollBackId is { } rollBack && before?.RollBackId != rollBack)
        {
            yield return Event($"rolling back by {rollBack}");
        }

        if (before?.Status != now.Status || before.Stage != now.Stage)
        {
            yield return Event(Describe(now));
        }

        DeploymentEvent Event(string message) => new()
        {
            Time = time,
            Stage = now.Stage,
            Message = message,
            BluePercent = now.BluePercent,
            GreenPercent = now.GreenPercent,
            BlueTasks = now.BlueTasks,
            GreenTasks = now.GreenTasks,
        };
    }

    private static string Describe(Observation now) => now.Status switch
    {
        DeploymentStatus.Waiting => "waiting to be continued",
        DeploymentStatus.Succeeded => "deployed",
        DeploymentStatus.RolledBack => "rolled back: the old version has all the traffic",
        DeploymentStatus.Failed => "failed, and was not rolled back",
        _ => now.Stage switch
        {
            Stage.Pending => "accepted",
            Stage.Install => "the new version starts",
            Stage.TestTraffic => "the new version gets test traffic",
            Stage.ProductionTraffic => "production traffic moves",
            Stage.Bake => "the new version has all the traffic; the old one is kept for a while",
            _ => "the traffic goes back to the old version",
        },
    };

    private static string Words(string status) => status switch
    {
        "InProgress" => "began",
        _ => status.ToLowerInvariant(),
    };
}
