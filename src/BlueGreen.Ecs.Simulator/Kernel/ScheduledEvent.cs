namespace BlueGreen.Ecs.Simulator.Kernel;

/// <summary>Something that happens at a moment of simulated time, unless it is cancelled before.</summary>
internal sealed class ScheduledEvent(DateTimeOffset due, long sequence, string what, Action action, bool isClientTimer, bool isOutside)
{
    public DateTimeOffset Due => due;

    public long Sequence => sequence;

    public string What => what;

    /// <summary>A timer of the code under test, fired outside the world's lock; otherwise an event of the simulated AWS.</summary>
    public bool IsClientTimer => isClientTimer;

    /// <summary>Whether it runs outside the world's lock: code under test, or a test's own.</summary>
    public bool IsOutside => isClientTimer || isOutside;

    public bool IsCancelled { get; private set; }

    public void Cancel() => IsCancelled = true;

    public void Run() => action();
}
