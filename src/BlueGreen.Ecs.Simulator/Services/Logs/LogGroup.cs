using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator.Services.Logs;

/// <summary>A log group.</summary>
/// <param name="name">The name: <c>/ecs/web</c>.</param>
/// <param name="arn">The ARN without the closing <c>:*</c>.</param>
/// <param name="created">Milliseconds since 1970.</param>
internal sealed class LogGroup(string name, string arn, long created)
{
    public string Name => name;

    public string Arn => arn;

    public string Class { get; init; } = "STANDARD";

    public string? KmsKey { get; init; }

    /// <summary>None: events are kept for ever.</summary>
    public int? RetentionInDays { get; set; }

    public SortedDictionary<string, string> Tags { get; } = new(StringComparer.Ordinal);

    /// <summary>By name.</summary>
    public SortedDictionary<string, LogStream> Streams { get; } = new(StringComparer.Ordinal);

    public LogStream MakeStream(string stream, long now)
    {
        var made = new LogStream(stream, $"{arn}:log-stream:{stream}", now);
        Streams.Add(stream, made);
        return made;
    }

    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["logGroupName"] = name,
            ["creationTime"] = created,
            ["metricFilterCount"] = 0,
            ["arn"] = $"{arn}:*",
            ["logGroupArn"] = arn,
            ["logGroupClass"] = Class,
            ["storedBytes"] = Streams.Values.Sum(stream => stream.StoredBytes),
        };
        json.SetUnlessNull("retentionInDays", RetentionInDays);
        json.SetUnlessNull("kmsKeyId", KmsKey);
        return json;
    }
}
