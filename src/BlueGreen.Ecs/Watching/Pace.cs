using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Watching;

/// <summary>When a run looks next.</summary>
internal sealed class Pace(DeployerOptions options, Rhythm rhythm, TimeProvider clock)
{
    // What AWS refuses is not likely to be allowed later, but rights and new deployments take some seconds to be known everywhere.
    private static readonly TimeSpan RefusalLimit = TimeSpan.FromSeconds(30);

    private object? _last;
    private DateTimeOffset _since;
    private int _failures;
    private long _firstFailure;

    /// <summary>Looks, and again at growing pauses where that failed.</summary>
    /// <param name="look">One look.</param>
    /// <param name="failed">Told of every look that failed and is repeated.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="AwsCallException">Looks have failed for too long.</exception>
    public async Task<T> LookAsync<T>(Func<Task<T>> look, Action<AwsCallException> failed, CancellationToken cancellationToken)
    {
        while (true)
        {
            TimeSpan pause;
            try
            {
                return await look().ConfigureAwait(false);
            }
            catch (AwsCallException exception) when (AfterFailure(PatientCalls.MayPass(exception)) is { } next)
            {
                failed(exception);
                pause = next;
            }

            await Task.Delay(pause, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The pause after a look at a deployment.</summary>
    public TimeSpan After(Observation seen) => After(seen, seen.QuietUntil);

    /// <summary>The pause after a look.</summary>
    /// <param name="seen">What was seen; compared with what the look before has seen.</param>
    /// <param name="quietUntil">Up to when the schedule foresees nothing. <see langword="null"/> where it can change at any moment.</param>
    public TimeSpan After(object seen, DateTimeOffset? quietUntil)
    {
        var now = clock.GetUtcNow();
        if (!seen.Equals(_last))
        {
            (_last, _since) = (seen, now);
        }

        _failures = 0;
        return rhythm.NextLook(now, Pacing.After(quietUntil, _since, now, options.PollInterval, options.LongestPause)) - now;
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
