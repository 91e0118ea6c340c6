using System.Globalization;

namespace BlueGreen.Ecs.Simulator;

/// <summary>Something that happened in the simulated AWS: a call, or a change that a service made by itself.</summary>
/// <param name="Time">When, in simulated time.</param>
/// <param name="Kind">What kind of thing: <c>call</c>, or a service's own word such as <c>target-health</c>.</param>
/// <param name="Subject">What it happened to: <c>ecs.UpdateService</c>, or a resource.</param>
/// <param name="Message">How it ended, or what changed.</param>
public sealed record SimulatorEvent(DateTimeOffset Time, string Kind, string Subject, string Message)
{
    /// <summary>The event as one line.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Time:yyyy-MM-ddTHH:mm:ss.fffZ} {Kind} {Subject}: {Message}");
}
