using System.Net;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CloudWatch;

/// <summary>The alarms of one region.</summary>
internal sealed class CloudWatchState(Region region)
{
    public Region Region => region;

    /// <summary>By name.</summary>
    public SortedDictionary<string, Alarm> Alarms { get; } = new(StringComparer.Ordinal);

    public MetricStore Metrics { get; } = new();

    /// <summary>Changes of states, newest last.</summary>
    public List<AlarmChange> Changes { get; } = [];

    /// <returns>The region's state, made when it is first asked for.</returns>
    public static CloudWatchState Of(Region region) => region.Get(one => new CloudWatchState(one));

    /// <returns>The alarm of that name, or <see langword="null"/>.</returns>
    public Alarm? FindAlarm(string name) => Alarms.GetValueOrDefault(name);

    /// <summary>Sets an alarm's state.</summary>
    /// <exception cref="AwsErrorException">There is no such alarm.</exception>
    public void SetState(string name, string state, string reason, string? reasonData = null)
    {
        var alarm = FindAlarm(name) ?? throw new AwsErrorException("ResourceNotFound", $"The alarm '{name}' does not exist", HttpStatusCode.NotFound);
        var now = region.World.Now;
        Changes.Add(new AlarmChange(now, name, alarm.IsComposite, alarm.State, state));
        (alarm.State, alarm.Reason, alarm.ReasonData, alarm.StateUpdated) = (state, reason, reasonData, now);
        region.World.History.Record("alarm", name, $"{state}: {reason}");
    }

    /// <summary>Sets the state of an alarm, and makes it first where there is none. The state holds, whatever the metric says.</summary>
    public void SetOrMake(string name, string state, string reason)
    {
        var now = region.World.Now;
        Alarms.TryAdd(name, new Alarm(region.Arn("cloudwatch", $"alarm:{name}"), name, isComposite: false)
        {
            Configured = now,
            StateUpdated = now,
            Settings = new JsonObject { ["AlarmName"] = name },
        });
        Alarms[name].IsHeld = true;
        SetState(name, state, reason);
    }
}
