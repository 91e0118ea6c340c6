namespace BlueGreen.Ecs.Simulator.Kernel;

/// <summary>What is going to happen, in order of time and, at the same moment, of scheduling.</summary>
internal sealed class EventQueue
{
    private readonly PriorityQueue<ScheduledEvent, (DateTimeOffset Due, long Sequence)> _events = new();
    private long _sequence;

    public ScheduledEvent Add(DateTimeOffset due, string what, Action action, EventKind kind)
    {
        var scheduled = new ScheduledEvent(due, _sequence++, what, action, kind);
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

    public void RemoveFirst() => _events.Dequeue();

    public bool HasClientTimer => _events.UnorderedItems.Any(item => item.Element is { IsClientTimer: true, IsCancelled: false });

    public bool HasWork => _events.UnorderedItems.Any(item => item.Element is { IsWork: true, IsCancelled: false });

    /// <returns>The work that is still to come, the next first.</returns>
    public IReadOnlyList<ScheduledEvent> Work() =>
        [.. _events.UnorderedItems.Select(item => item.Element).Where(one => one is { IsWork: true, IsCancelled: false }).OrderBy(one => one.Due).ThenBy(one => one.Sequence)];
}
