using BlueGreen.Ecs.Simulator.DataPlane;
using BlueGreen.Ecs.Simulator.Kernel;

namespace BlueGreen.Ecs.Simulator;

/// <summary>Requests to one listener at a steady rate, until they are stopped.</summary>
public sealed class TrafficFlow : IDisposable
{
    private readonly World _world;
    private readonly string _path;
    private readonly double _perSecond;
    private readonly DateTimeOffset _start;
    private readonly TrafficMeter _counts;
    private ScheduledEvent? _next;
    private long _sent;

    internal TrafficFlow(World world, string listenerArn, string path, double perSecond)
    {
        (_world, ListenerArn, _path, _perSecond, _start) = (world, listenerArn, path, perSecond, world.Now);
        _counts = new TrafficMeter(world);
        ScheduleNext();
    }

    /// <summary>The listener that receives the requests.</summary>
    public string ListenerArn { get; }

    /// <summary>The requests that have been answered so far.</summary>
    public TrafficCounts Counts
    {
        get
        {
            lock (_world.Gate)
            {
                return _counts.Snapshot();
            }
        }
    }

    /// <summary>How many requests are on their way and not yet answered.</summary>
    public long InFlight
    {
        get
        {
            lock (_world.Gate)
            {
                return _sent - _counts.Total;
            }
        }
    }

    /// <summary>Sends no more requests. Those on their way are still answered, and counted.</summary>
    public void Stop()
    {
        lock (_world.Gate)
        {
            _next?.Cancel();
        }
    }

    /// <inheritdoc cref="Stop" />
    public void Dispose() => Stop();

    // Each request's moment is reckoned from the start, so that no rounding adds up.
    private void ScheduleNext()
    {
        var due = _start + TimeSpan.FromTicks((long)((_sent + 1) * TimeSpan.TicksPerSecond / _perSecond));
        var wait = due - _world.Now;
        _next = _world.Clock.ScheduleUpkeep(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, "a request", () =>
        {
            _sent++;
            new RequestSender(_world, _counts).Send(ListenerArn, _path);
            ScheduleNext();
        });
    }
}
