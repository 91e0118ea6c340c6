namespace BlueGreen.Ecs.Watching;

/// <summary>How long to wait for the next look. Pure.</summary>
internal static class Pacing
{
    // Of the time to a change that the schedule foresees, so that the looks come closer together towards it.
    private const double PartOfWhatIsLeft = 1 / 4.0;

    // Of the time since the last change, or since one was due: whoever has waited an hour may wait a minute more.
    private const double PartOfWhatHasPassed = 1 / 60.0;

    /// <summary>The pause after a look.</summary>
    /// <param name="quietUntil">Up to when the schedule foresees nothing. <see langword="null"/> where it can change at any moment.</param>
    /// <param name="since">Since when nothing has changed.</param>
    /// <param name="now">The moment of the look.</param>
    /// <param name="shortest">The pause where a change is near, or can come at any moment.</param>
    /// <param name="longest">The pause in a long wait; where it is less than the shortest, that.</param>
    public static TimeSpan After(DateTimeOffset? quietUntil, DateTimeOffset since, DateTimeOffset now, TimeSpan shortest, TimeSpan longest)
    {
        var pause = quietUntil switch
        {
            { } due when due > now => (due - now) * PartOfWhatIsLeft,
            { } due when due > since => (now - due) * PartOfWhatHasPassed,
            _ => (now - since) * PartOfWhatHasPassed,
        };
        return Between(pause, shortest, longest);
    }

    /// <summary>The pause after looks that failed, one after the other: each twice as long as the one before.</summary>
    /// <param name="failures">How many failed; at least 1.</param>
    /// <param name="shortest">The first pause.</param>
    /// <param name="longest">The longest pause.</param>
    public static TimeSpan AfterFailures(int failures, TimeSpan shortest, TimeSpan longest) =>
        Between(shortest * Math.Pow(2, Math.Min(failures - 1, 16)), shortest, longest);

    private static TimeSpan Between(TimeSpan pause, TimeSpan shortest, TimeSpan longest) =>
        pause > longest && longest > shortest ? longest : pause > shortest && longest > shortest ? pause : shortest;
}
