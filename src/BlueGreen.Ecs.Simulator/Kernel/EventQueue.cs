namespace BlueGreen.Ecs.Simulator.Kernel;

/// <summary>What is going to happen, in order of time and, at the same moment, of scheduling.</summary>
internal sealed class EventQueue
{
    private readonly PriorityQueue<ScheduledEvent, (DateTimeOffset Due, long Sequence)> _events = new();
    private long _sequence;
    private int _work;
    private int _clientTimers;

    /// <summary>Whether a timer of the code under test is still to come.</summary>
    public bool HasClientTimer => _clientTimers > 0;

    /// <summary>Whether anything is still to come that matters to somebody who waits.</summary>
    public bool HasWork => _work > 0;

    public ScheduledEvent Add(DateTimeOffset due, string what, Action action, EventKind kind)
    {
        var scheduled = new ScheduledEvent(this, due, _sequence++, what, action, kind);
        Count(scheduled, 1);
        _events.Enqueue(scheduled, (due, scheduled.Sequence));
        return scheduled;
    }

    /// <summary>The next event that is not cancelled, left in the queue.</summary>
    public ScheduledEvent? Peek()
    {
        while (_events.TryPeek(out var next, out _))
        {
            if (!next.IsCancelled)
            {
                return next;
            }

            _events.Dequeue();
        }

        return null;
    }

    /// <summary>Takes out the event that was peeked at, to be run.</summary>
    public void RemoveFirst() => _events.Dequeue().Leave();

    /// <summary>Keeps count of what is still to come: an event comes, runs or is cancelled.</summary>
    public void Count(ScheduledEvent scheduled, int change)
    {
        _work += scheduled.IsWork ? change : 0;
        _clientTimers += scheduled.IsClientTimer ? change : 0;
    }

    /// <returns>The work that is still to come, the next first.</returns>
    public IReadOnlyList<ScheduledEvent> Work() =>
        [.. _events.UnorderedItems.Select(item => item.Element).Where(one => one is { IsWork: true, IsCancelled: false }).OrderBy(one => one.Due).ThenBy(one => one.Sequence)];
}
