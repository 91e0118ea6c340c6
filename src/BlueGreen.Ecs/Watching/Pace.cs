namespace BlueGreen.Ecs.Watching;

/// <summary>When a run looks next.</summary>
internal sealed class Pace(DeployerOptions options, Rhythm rhythm, TimeProvider clock)
{
    // What AWS refuses is not likely to be allowed later, but rights and new deployments take some seconds to be known everywhere.
    private static readonly TimeSpan RefusalLimit = TimeSpan.FromSeconds(30);

    private Observation? _last;
    private DateTimeOffset _since;
    private int _failures;
    private long _firstFailure;

    /// <summary>The pause after a look.</summary>
    public TimeSpan After(Observation seen)
    {
        var now = clock.GetUtcNow();
        if (seen != _last)
        {
            (_last, _since) = (seen, now);
        }

        _failures = 0;
        return rhythm.NextLook(now, Pacing.After(seen, _since, now, options.PollInterval, options.LongestPause)) - now;
    }

    /// <summary>The pause after a look that failed.</summary>
    /// <param name="mayPass">Whether AWS did not answer, failed or throttled; otherwise it refused.</param>
    /// <returns>The pause, or <see langword="null"/> when looks have failed for too long.</returns>
    public TimeSpan? AfterFailure(bool mayPass)
    {
        _firstFailure = _failures++ == 0 ? clock.GetTimestamp() : _firstFailure;
        var limit = mayPass || options.ToleratedOutage < RefusalLimit ? options.ToleratedOutage : RefusalLimit;
        var now = clock.GetUtcNow();
        return clock.GetElapsedTime(_firstFailure) >= limit
            ? null
            : rhythm.NextLook(now, Pacing.AfterFailures(_failures, options.PollInterval, options.LongestPause)) - now;
    }
}
