namespace BlueGreen.Ecs.Running;

/// <summary>
/// Notices a new version that does not come up. Progress is what did not hold before: a further lifecycle event, a further stage, more running tasks than ever. Tasks that
/// are replaced again and again make none.
/// </summary>
internal sealed class ProgressWatch(TimeSpan limit, TimeProvider clock)
{
    private (Stage Stage, int Events, int MostRunning, bool AwaitsTasks) _reached;
    private long _since = clock.GetTimestamp();
    private bool _isHeard;

    /// <summary>The complaint has been acted on; there is no second one.</summary>
    public void Heard() => _isHeard = true;

    /// <returns>What to say when the limit has passed, at every look until it is heard; otherwise <see langword="null"/>.</returns>
    public string? Complaint(Observation now)
    {
        var reached = (now.Stage, now.LifecycleEvents.Count, Math.Max(_reached.MostRunning, now.GreenTasks.Running), now.AwaitsTasks);
        if (reached != _reached)
        {
            (_reached, _since) = (reached, clock.GetTimestamp());
        }

        if (!now.AwaitsTasks || _isHeard || clock.GetElapsedTime(_since) < limit)
        {
            return null;
        }

        return FormattableString.Invariant($"The new version made no progress within {limit:c}: {now.GreenTasks.Running} of its {now.GreenTasks.Desired} tasks run, and it is not steady.");
    }
}
