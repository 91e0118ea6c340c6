namespace BlueGreen.Ecs.Simulator.Kernel;

/// <summary>
/// Knows whether code that lives in a clock's time is at work. Such code has made a timer of the clock; the mark that it gets then flows with
/// its execution context over awaits and threads, so that it is seen also after it has moved to another thread.
/// </summary>
internal sealed class CodeUnderTest
{
    // Rounds without and then with a pause of a millisecond.
    private const int SpinningRounds = 100;
    private const int MostRestlessRounds = 5_000;
    private const int QuietRounds = 4;
    private static readonly AsyncLocal<CodeUnderTest?> Mark = new(change =>
    {
        change.PreviousValue?.Leave();
        change.CurrentValue?.Enter();
    });

    private int _running;

    // Threads that wait in marked code for ever, such as a logger's, are found out once and then not counted.
    private int _stuck;
    private long _signs;

    /// <summary>The running code has made a timer: from now on it is known.</summary>
    public void Join()
    {
        Interlocked.Increment(ref _signs);
        if (Mark.Value != this)
        {
            Mark.Value = this;
        }
    }

    /// <summary>The running code is not under test.</summary>
    public static void Stay() => Mark.Value = null;

    /// <summary>The code has shown that it is alive.</summary>
    public void Sign() => Interlocked.Increment(ref _signs);

    /// <returns>A task that ends when the code is at rest: no thread runs it, and nothing of it is queued.</returns>
    public async Task RestAsync()
    {
        for (int quiet = 0, restless = 0; quiet < QuietRounds;)
        {
            var signs = Volatile.Read(ref _signs);
            await PassThroughPoolAsync().ConfigureAwait(false);
            var running = Volatile.Read(ref _running);
            _stuck = Math.Min(_stuck, running);
            var isAtWork = running > _stuck || signs != Volatile.Read(ref _signs)
                || (ThreadPool.PendingWorkItemCount > 0 && restless < SpinningRounds);
            (quiet, restless) = isAtWork ? (0, restless + 1) : (quiet + 1, restless);
            if (restless > MostRestlessRounds)
            {
                _stuck = running;
            }
            else if (restless > SpinningRounds && isAtWork)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, CancellationToken.None).ConfigureAwait(false);
            }
        }
    }

    private void Enter() => Interlocked.Increment(ref _running);

    private void Leave() => Interlocked.Decrement(ref _running);

    // Behind everything that waits in the pool's common queue.
    private static Task PassThroughPoolAsync()
    {
        var passed = new TaskCompletionSource();
        ThreadPool.UnsafeQueueUserWorkItem(static passed => passed.SetResult(), passed, preferLocal: false);
        return passed.Task;
    }
}
