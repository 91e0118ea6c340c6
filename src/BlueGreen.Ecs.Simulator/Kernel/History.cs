namespace BlueGreen.Ecs.Simulator.Kernel;

/// <summary>Everything that has happened in the world, in order.</summary>
internal sealed class History(World world)
{
    private readonly List<SimulatorEvent> _events = [];

    /// <summary>Adds what has just happened. Call it with the world's lock held.</summary>
    public void Record(string kind, string subject, string message) =>
        _events.Add(new SimulatorEvent(world.Now, kind, subject, message));

    /// <returns>A copy that does not change any more.</returns>
    public IReadOnlyList<SimulatorEvent> Snapshot()
    {
        lock (world.Gate)
        {
            return [.. _events];
        }
    }
}
