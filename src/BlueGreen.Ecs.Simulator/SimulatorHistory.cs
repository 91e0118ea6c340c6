using System.Collections;
using System.Globalization;
using System.Text;

namespace BlueGreen.Ecs.Simulator;

/// <summary>What has happened in the simulated AWS up to a moment, in order. The same options, seed and calls give the same history, byte for byte.</summary>
public sealed class SimulatorHistory : IReadOnlyList<SimulatorEvent>
{
    private readonly IReadOnlyList<SimulatorEvent> _events;

    internal SimulatorHistory(IReadOnlyList<SimulatorEvent> events, long forgotten) => (_events, Forgotten) = (events, forgotten);

    /// <summary>How many events are kept here.</summary>
    public int Count => _events.Count;

    /// <summary>How many older events are not here any more, because there were more than <see cref="AwsSimulatorOptions.HistoryLimit"/>.</summary>
    public long Forgotten { get; }

    /// <summary>An event.</summary>
    /// <param name="index">Its position, the oldest that is kept being 0.</param>
    public SimulatorEvent this[int index] => _events[index];

    /// <inheritdoc />
    public IEnumerator<SimulatorEvent> GetEnumerator() => _events.GetEnumerator();

    /// <summary>The history as text: one line an event, each ended by a line feed.</summary>
    /// <returns>The lines; the first tells how many older ones are forgotten, where some are.</returns>
    public override string ToString()
    {
        var text = new StringBuilder();
        if (Forgotten > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"({Forgotten} older events are forgotten)\n");
        }

        foreach (var one in _events)
        {
            text.Append(one).Append('\n');
        }

        return text.ToString();
    }

    /// <inheritdoc />
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
