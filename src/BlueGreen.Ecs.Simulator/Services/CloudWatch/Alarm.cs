using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator.Services.CloudWatch;

/// <summary>An alarm: evaluated where its metric has values, otherwise it keeps the state that it is set to.</summary>
internal sealed class Alarm(string arn, string name, bool isComposite)
{
    public const string InAlarm = "ALARM";
    public const string Fine = "OK";
    public const string Unknown = "INSUFFICIENT_DATA";

    public string Arn => arn;

    public string Name => name;

    public bool IsComposite => isComposite;

    /// <summary>What it was put with.</summary>
    public JsonObject Settings { get; set; } = [];

    /// <summary><c>OK</c>, <c>ALARM</c> or <c>INSUFFICIENT_DATA</c>.</summary>
    public string State { get; set; } = Unknown;

    public string Reason { get; set; } = "Unchecked: Initial alarm creation";

    /// <summary>Whether a test has set the state, which then holds.</summary>
    public bool IsHeld { get; set; }

    public string? ReasonData { get; set; }

    public required DateTimeOffset Configured { get; set; }

    public required DateTimeOffset StateUpdated { get; set; }

    public SortedDictionary<string, string> Tags { get; } = new(StringComparer.Ordinal);
}
