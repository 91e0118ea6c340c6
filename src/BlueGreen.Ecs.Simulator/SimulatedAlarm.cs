using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Services.CloudWatch;

namespace BlueGreen.Ecs.Simulator;

/// <summary>An alarm whose state is set by hand; one that does not exist is made. A state set here holds, whatever the alarm's metric says.</summary>
public sealed class SimulatedAlarm
{
    private readonly World _world;
    private readonly string _name;
    private readonly string _region;

    internal SimulatedAlarm(World world, string name, string region) => (_world, _name, _region) = (world, name, region);

    /// <summary>The state: <c>OK</c>, <c>ALARM</c> or <c>INSUFFICIENT_DATA</c>; <see langword="null"/> where there is no such alarm.</summary>
    public string? State
    {
        get
        {
            lock (_world.Gate)
            {
                return Alarms.FindAlarm(_name)?.State;
            }
        }
    }

    /// <summary>Sets the alarm off.</summary>
    /// <param name="delay">In how much simulated time; zero is now.</param>
    /// <param name="reason">Why. Default: set off by a test.</param>
    /// <returns>The same alarm.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public SimulatedAlarm GoesOffAfter(TimeSpan delay, string reason = "Set off by a test") => SetAfter(delay, Alarm.InAlarm, reason);

    /// <summary>Has the alarm recover.</summary>
    /// <param name="delay">In how much simulated time; zero is now.</param>
    /// <param name="reason">Why. Default: recovered by a test.</param>
    /// <returns>The same alarm.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public SimulatedAlarm RecoversAfter(TimeSpan delay, string reason = "Recovered by a test") => SetAfter(delay, Alarm.Fine, reason);

    private CloudWatchState Alarms => CloudWatchState.Of(_world.In(_region));

    private SimulatedAlarm SetAfter(TimeSpan delay, string state, string reason)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        ArgumentException.ThrowIfNullOrEmpty(reason);
        lock (_world.Gate)
        {
            if (delay == TimeSpan.Zero)
            {
                Alarms.SetOrMake(_name, state, reason);
            }
            else
            {
                _world.Clock.Schedule(delay, $"alarm {_name} is {state}", () => Alarms.SetOrMake(_name, state, reason));
            }
        }

        return this;
    }
}
