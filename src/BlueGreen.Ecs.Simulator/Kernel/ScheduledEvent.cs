namespace BlueGreen.Ecs.Simulator.Kernel;

/// <summary>Something that happens at a moment of simulated time, unless it is cancelled before.</summary>
internal sealed class ScheduledEvent(EventQueue queue, DateTimeOffset due, long sequence, string what, Action action, EventKind kind)
{
    private bool _hasLeft;

    public DateTimeOffset Due => due;

    public long Sequence => sequence;

    public string What => what;

    /// <summary>A timer of the code under test, fired outside the world's lock; otherwise an event of the simulated AWS.</summary>
    public bool IsClientTimer => kind == EventKind.ClientTimer;

    /// <summary>Whether it runs outside the world's lock: code under test, or a test's own.</summary>
    public bool IsOutside => kind is EventKind.ClientTimer or EventKind.Outside;

    /// <summary>Whether something is under way in the simulated AWS, or a test has announced something, as long as this is still to come.</summary>
    public bool IsWork => kind is EventKind.Work or EventKind.Outside;

    public bool IsCancelled { get; private set; }

    /// <summary>Has it never happen. Once it has run, this does nothing.</summary>
    public void Cancel()
    {
        if (!IsCancelled && !_hasLeft)
        {
            IsCancelled = true;
            queue.Count(this, -1);
        }
    }

    /// <summary>Says that it is about to run.</summary>
    public void Leave()
    {
        _hasLeft = true;
        queue.Count(this, -1);
    }

    public void Run() => action();
}
