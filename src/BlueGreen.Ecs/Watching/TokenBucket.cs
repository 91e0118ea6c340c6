namespace BlueGreen.Ecs.Watching;

/// <summary>Lets as many calls through as fit a rate: those that come too fast wait in their order. In any time there are at most <c>burst + perSecond × time</c>, to the millisecond.</summary>
/// <param name="burst">How many calls it lets through at once, at first and after a rest.</param>
/// <param name="perSecond">How many it lets through in a second then.</param>
/// <param name="clock">The clock of the waits.</param>
internal sealed class TokenBucket(double burst, double perSecond, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly double _burst = burst;
    private double _level = burst;
    private long _at = clock.GetTimestamp();

    /// <summary>Takes a token where there is one.</summary>
    public bool TryTake()
    {
        lock (_gate)
        {
            Refill();
            if (_level < 1)
            {
                return false;
            }

            _level--;
            return true;
        }
    }

    /// <summary>Takes a token, and waits until it is there.</summary>
    /// <param name="cancellationToken">Ends the waiting; the token counts as used.</param>
    public Task TakeAsync(CancellationToken cancellationToken)
    {
        double missing;
        lock (_gate)
        {
            Refill();
            missing = -(--_level);
        }

        return missing > 0 ? Task.Delay(WholeMilliseconds(missing / perSecond), clock, cancellationToken) : Task.CompletedTask;
    }

    private void Refill()
    {
        var now = clock.GetTimestamp();
        _level = Math.Min(_burst, _level + (clock.GetElapsedTime(_at, now).TotalSeconds * perSecond));
        _at = now;
    }

    // Timers cut what is below a millisecond off, and would come too early.
    private static TimeSpan WholeMilliseconds(double seconds) => TimeSpan.FromMilliseconds(Math.Ceiling(seconds * 1000));
}
