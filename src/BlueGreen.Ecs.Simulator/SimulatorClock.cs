using System.Globalization;
using BlueGreen.Ecs.Simulator.Kernel;

namespace BlueGreen.Ecs.Simulator;

/// <summary>
/// The simulator's time. Virtual by default: it stands still until it is advanced, and a 30-minute traffic shift takes microseconds.
/// With a time scale it follows the real clock, that many times faster. Give it as <see cref="TimeProvider"/> to the code under test, so that both
/// live in the same time.
/// </summary>
public sealed class SimulatorClock : TimeProvider, IDisposable
{
    private readonly EventQueue _queue = new();
    private readonly Lock _gate;
    private readonly TimeProvider _real;
    private readonly double _scale;
    private readonly DateTimeOffset _start;
    private readonly long _realStart;
    private readonly ITimer? _pump;
    private long _now;
    private TaskCompletionSource _clientTimerAdded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal SimulatorClock(Lock gate, DateTimeOffset start, double? timeScale, TimeProvider real)
    {
        _gate = gate;
        _real = real;
        _scale = timeScale ?? 0;
        _start = start;
        _now = start.UtcTicks;
        _realStart = real.GetTimestamp();
        IsVirtual = timeScale is null;
        if (!IsVirtual)
        {
            _pump = real.CreateTimer(_ => CatchUp(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Whether time stands still until it is advanced. Otherwise it follows the real clock, scaled.</summary>
    public bool IsVirtual { get; }

    // How far the world has been run; read by any thread, written under the lock.
    private DateTimeOffset Reached
    {
        get => new(Volatile.Read(ref _now), TimeSpan.Zero);
        set => Volatile.Write(ref _now, value.UtcTicks);
    }

    /// <inheritdoc />
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => IsVirtual ? Reached : Later(Reached, _start + (_real.GetElapsedTime(_realStart) * _scale));

    /// <inheritdoc />
    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <summary>Moves virtual time on, running everything that falls due on the way, in order.</summary>
    /// <param name="by">How far; zero runs what is due now.</param>
    /// <exception cref="InvalidOperationException">The clock follows the real one.</exception>
    public void Advance(TimeSpan by)
    {
        ThrowUnlessVirtual();
        RunUntil(Reached + by);
    }

    /// <summary>
    /// Waits for code that lives in this clock's time. Time stands still while the code works; as soon as it waits on a timer of this clock, time moves
    /// on to that timer, running the simulated world on the way. So the same code meets the same moments in every run.
    /// </summary>
    /// <remarks>
    /// The code goes on within its timer's callback, and the simulator answers in memory at once, so that a sequence of awaits is at work until it waits again.
    /// What hops to other threads is at work too as long as no timer is pending: a time limit on this clock is such a timer, and does not hold time back.
    /// </remarks>
    /// <param name="work">The code under test, already started; it may wait only on this clock's timers and on the simulator's answers.</param>
    /// <returns>A task that ends as <paramref name="work"/> does.</returns>
    /// <exception cref="InvalidOperationException">The clock follows the real one.</exception>
    public async Task DriveAsync(Task work)
    {
        ArgumentNullException.ThrowIfNull(work);
        ThrowUnlessVirtual();

        // Leave the caller's synchronization context, in which the code would not go on within its timer's callback.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        while (!work.IsCompleted)
        {
            var added = _clientTimerAdded.Task;
            if (!RunToNextClientTimer())
            {
                await Task.WhenAny(work, added).ConfigureAwait(false);
            }
        }

        await work.ConfigureAwait(false);
    }

    /// <inheritdoc cref="DriveAsync(Task)" />
    public async Task<T> DriveAsync<T>(Task<T> work)
    {
        await DriveAsync((Task)work).ConfigureAwait(false);
        return await work.ConfigureAwait(false);
    }

    /// <summary>
    /// Moves virtual time on until a condition holds, running everything that falls due on the way. The condition is asked at once, and after every event.
    /// </summary>
    /// <param name="condition">What to wait for. It may call AWS clients that the simulator answers in memory, and wait for them.</param>
    /// <param name="limit">How much simulated time may pass.</param>
    /// <returns>How much simulated time has passed.</returns>
    /// <exception cref="TimeoutException">The condition does not hold when the time has passed; the message names what is still under way.</exception>
    /// <exception cref="InvalidOperationException">The clock follows the real one.</exception>
    public TimeSpan RunUntil(Func<bool> condition, TimeSpan limit)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return RunUntil(condition, limit, "What was waited for did not happen");
    }

    /// <summary>
    /// Moves virtual time on until the simulated AWS has nothing more to do: no deployment moves, no task starts or stops, no build runs, and no
    /// action of <see cref="AwsSimulator.After"/> is to come. What goes on for ever does not count: health checks, alarms that are evaluated, traffic.
    /// Nor do timers of the code under test; those that fall due on the way fire.
    /// </summary>
    /// <remarks>What waits for somebody until a time-out, such as a deployment at its ready wait, is not idle before that time-out.</remarks>
    /// <param name="limit">How much simulated time may pass.</param>
    /// <returns>How much simulated time has passed: up to the last thing that happened.</returns>
    /// <exception cref="TimeoutException">Something is still under way when the time has passed; the message names it.</exception>
    /// <exception cref="InvalidOperationException">The clock follows the real one.</exception>
    public TimeSpan RunUntilIdle(TimeSpan limit) => RunUntil(IsIdle, limit, "The simulated AWS did not come to rest");

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new ClientTimer(this, callback, state, dueTime, period);

    /// <inheritdoc />
    public void Dispose() => _pump?.Dispose();

    /// <summary>Has something happen later, under the world's lock. Call it with the lock held.</summary>
    internal ScheduledEvent Schedule(TimeSpan delay, string what, Action action) => Add(delay, what, action, EventKind.Work);

    /// <summary>Has something happen later that nobody waits for, under the world's lock. Call it with the lock held.</summary>
    internal ScheduledEvent ScheduleUpkeep(TimeSpan delay, string what, Action action) => Add(delay, what, action, EventKind.Upkeep);

    /// <summary>Has a user's code run later, outside the world's lock, in which it may do as it likes.</summary>
    internal ScheduledEvent ScheduleOutside(TimeSpan delay, string what, Action action) => Add(delay, what, action, EventKind.Outside);

    /// <summary>Stands in for a wait of code that cannot await: virtual time is advanced, real time passes.</summary>
    internal void Pass(TimeSpan delay, CancellationToken cancellationToken)
    {
        if (delay > TimeSpan.Zero && IsVirtual)
        {
            Advance(delay);
        }
        else if (delay > TimeSpan.Zero)
        {
            Task.Delay(delay, this, cancellationToken).GetAwaiter().GetResult();
        }
    }

    private ScheduledEvent Add(TimeSpan delay, string what, Action action, EventKind kind)
    {
        lock (_gate)
        {
            var scheduled = _queue.Add(GetUtcNow() + delay, what, action, kind);
            if (!IsVirtual)
            {
                Wake();
            }
            else if (kind == EventKind.ClientTimer)
            {
                Interlocked.Exchange(ref _clientTimerAdded, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
            }

            return scheduled;
        }
    }

    private bool RunToNextClientTimer()
    {
        // Asked before each event: a timer may be given up meanwhile, and the upkeep of the simulated world has no end.
        while (HasClientTimer() && RunNext(DateTimeOffset.MaxValue) is { } ran)
        {
            if (ran.IsClientTimer)
            {
                return true;
            }
        }

        return false;
    }

    private bool HasClientTimer()
    {
        lock (_gate)
        {
            return _queue.HasClientTimer;
        }
    }

    private TimeSpan RunUntil(Func<bool> condition, TimeSpan limit, string otherwise)
    {
        ThrowUnlessVirtual();
        var start = Reached;
        var end = start + limit;
        while (!condition())
        {
            if (RunNext(end) is null)
            {
                RunUntil(end);
                return condition() ? limit : throw new TimeoutException($"{otherwise} within {limit:c} of simulated time. {Pending()}");
            }
        }

        return Reached - start;
    }

    private bool IsIdle()
    {
        lock (_gate)
        {
            return !_queue.HasWork;
        }
    }

    private string Pending()
    {
        const int Told = 3;
        IReadOnlyList<ScheduledEvent> work;
        lock (_gate)
        {
            work = _queue.Work();
        }

        var next = string.Join("; ", work.Take(Told).Select(one => string.Create(CultureInfo.InvariantCulture, $"'{one.What}' at {one.Due:u}")));
        return work.Count switch
        {
            0 => "Nothing is under way any more.",
            > Told => string.Create(CultureInfo.InvariantCulture, $"Still to come: {next}; and {work.Count - Told} more."),
            _ => $"Still to come: {next}.",
        };
    }

    private void RunUntil(DateTimeOffset moment)
    {
        while (RunNext(moment) is not null)
        {
        }

        lock (_gate)
        {
            Reached = Later(Reached, moment);
        }
    }

    private ScheduledEvent? RunNext(DateTimeOffset limit)
    {
        ScheduledEvent? next;
        lock (_gate)
        {
            next = _queue.Peek();
            if (next is null || next.Due > limit)
            {
                return null;
            }

            _queue.RemoveFirst();
            Reached = Later(Reached, next.Due);
            if (!next.IsOutside)
            {
                next.Run();
            }
        }

        if (next.IsOutside)
        {
            next.Run();
        }

        return next;
    }

    private void CatchUp()
    {
        RunUntil(GetUtcNow());
        lock (_gate)
        {
            Wake();
        }
    }

    // The pump sleeps until the next event is due, at most an hour, at least a millisecond.
    private void Wake()
    {
        if (_queue.Peek() is { } next)
        {
            var wait = (next.Due - GetUtcNow()) / _scale;
            _pump!.Change(TimeSpan.FromMilliseconds(Math.Clamp(wait.TotalMilliseconds, 1, 3_600_000)), Timeout.InfiniteTimeSpan);
        }
    }

    private void ThrowUnlessVirtual()
    {
        if (!IsVirtual)
        {
            throw new InvalidOperationException("This clock follows the real one (TimeScale is set); only a virtual clock can be advanced.");
        }
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private sealed class ClientTimer : ITimer
    {
        private readonly SimulatorClock _clock;
        private readonly TimerCallback _callback;
        private readonly object? _state;
        private ScheduledEvent? _next;
        private TimeSpan _period;

        public ClientTimer(SimulatorClock clock, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            (_clock, _callback, _state) = (clock, callback, state);
            Change(dueTime, period);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_clock._gate)
            {
                _next?.Cancel();
                _period = period;
                _next = dueTime == Timeout.InfiniteTimeSpan ? null : _clock.Add(dueTime, "timer", Fire, EventKind.ClientTimer);
            }

            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Fire()
        {
            if (_period > TimeSpan.Zero)
            {
                Change(_period, _period);
            }

            _callback(_state);
        }
    }
}
