namespace BlueGreen.Ecs.Simulator.Kernel;

/// <summary>What has happened in the world, in order; the oldest is forgotten when there is too much.</summary>
internal sealed class History(World world)
{
    private readonly Queue<SimulatorEvent> _events = new();
    private long _forgotten;

    /// <summary>Adds what has just happened. Call it with the world's lock held.</summary>
    public void Record(string kind, string subject, string message)
    {
        _events.Enqueue(new SimulatorEvent(world.Now, kind, subject, message));
        while (_events.Count > world.Options.HistoryLimit)
        {
            _events.Dequeue();
            _forgotten++;
        }
    }

    /// <returns>A copy that does not change any more.</returns>
    public SimulatorHistory Snapshot()
    {
        lock (world.Gate)
        {
            return new SimulatorHistory([.. _events], _forgotten);
        }
    }
}
