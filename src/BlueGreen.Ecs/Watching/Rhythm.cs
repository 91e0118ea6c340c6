namespace BlueGreen.Ecs.Watching;

/// <summary>
/// The beats at which the runs of a process look, so that they look together and their reads fit in few calls. A pause of n beats ends at a beat whose number is a multiple of
/// the greatest power of two within n: long pauses meet short ones. Each beat comes a little late, by a part that is drawn from the seed.
/// </summary>
/// <param name="beat">The time between two beats.</param>
/// <param name="origin">The first beat.</param>
/// <param name="seed">What the delays are drawn from.</param>
internal sealed class Rhythm(TimeSpan beat, DateTimeOffset origin, long seed)
{
    private const double Jitter = 0.1;

    // Long enough for all timers that fall due at a beat, on a machine that is busy.
    private const double LeastPause = 0.5;

    /// <summary>
    /// Beats from now on, drawn from the present moment: no two processes have the same, and simulated time has the same in every run.
    /// </summary>
    public static Rhythm Begin(TimeSpan beat, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return new(beat, now, now.UtcTicks);
    }

    /// <summary>The beat that ends a pause: the last one within it, and not sooner than half a beat from now.</summary>
    /// <param name="now">When the pause begins.</param>
    /// <param name="pause">How long it should be, rounded down to a power of two of beats.</param>
    public DateTimeOffset NextLook(DateTimeOffset now, TimeSpan pause)
    {
        var step = (long)Math.Max(1, Math.Pow(2, Math.Floor(Math.Log2(Math.Max(1, pause / beat)))));
        var number = (long)Math.Floor((now + pause - origin) / beat / step) * step;
        var least = now + (beat * LeastPause);
        while (MomentOf(number) < least)
        {
            number += step;
        }

        return MomentOf(number);
    }

    private DateTimeOffset MomentOf(long number) => origin + (beat * (number + (Jitter * Fraction(number))));

    // SplitMix64: the same number for the same seed, on every machine.
    private double Fraction(long number)
    {
        var mixed = unchecked((ulong)seed + ((ulong)number * 0x9E3779B97F4A7C15));
        mixed = unchecked((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB);
        return (mixed >> 11) * (1.0 / (1UL << 53));
    }
}
