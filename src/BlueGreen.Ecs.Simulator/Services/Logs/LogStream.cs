using System.Text;
using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator.Services.Logs;

/// <summary>A stream of a log group and its events, in the order of their time.</summary>
internal sealed class LogStream(string name, string arn, long created)
{
    // What CloudWatch Logs counts for an event beside its text.
    private const int BytesPerEvent = 26;
    private readonly List<LogLine> _lines = [];

    public string Name => name;

    public IReadOnlyList<LogLine> Lines => _lines;

    public long LastTimestamp => _lines.Count == 0 ? created : _lines[^1].Timestamp;

    public long StoredBytes => _lines.Sum(line => (long)Encoding.UTF8.GetByteCount(line.Message) + BytesPerEvent);

    /// <summary>Adds an event behind all that are not later.</summary>
    public void Add(LogLine line)
    {
        var place = _lines.Count;
        while (place > 0 && _lines[place - 1].Timestamp > line.Timestamp)
        {
            place--;
        }

        _lines.Insert(place, line);
    }

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["logStreamName"] = name, ["creationTime"] = created, ["arn"] = arn, ["storedBytes"] = 0, ["uploadSequenceToken"] = LogEventOperations.SequenceToken };
        if (_lines.Count > 0)
        {
            json["firstEventTimestamp"] = _lines[0].Timestamp;
            json["lastEventTimestamp"] = _lines[^1].Timestamp;
            json["lastIngestionTime"] = _lines.Max(line => line.Ingested);
        }

        return json;
    }
}
