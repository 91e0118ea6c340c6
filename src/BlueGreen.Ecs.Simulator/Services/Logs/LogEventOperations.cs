using System.Globalization;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Logs;

/// <summary>PutLogEvents, GetLogEvents and FilterLogEvents.</summary>
internal static class LogEventOperations
{
    /// <summary>Sequence tokens are no longer looked at; one that never changes is handed out.</summary>
    public const string SequenceToken = "49039859596346576700000000000000000000000000000000000001";

    private const int PageSize = 10_000;
    private static readonly long TooNew = (long)TimeSpan.FromHours(2).TotalMilliseconds;
    private static readonly long TooOld = (long)TimeSpan.FromDays(14).TotalMilliseconds;

    public static JsonObject Put(LogsState state, JsonObject input)
    {
        var stream = LogsState.Stream(state.Group(input.Text("logGroupName")), input.Text("logStreamName")!);
        var lines = input.Objects("logEvents").Select(line => new LogLine(Moment(line, "timestamp")!.Value, state.Now, line.Text("message")!)).ToList();
        if (lines.Zip(lines.Skip(1)).Any(pair => pair.First.Timestamp > pair.Second.Timestamp))
        {
            throw new AwsErrorException("InvalidParameterException", "Log events in a single PutLogEvents request must be in chronological order.");
        }

        var old = lines.FindLastIndex(line => line.Timestamp < state.Now - TooOld);
        var future = lines.FindIndex(line => line.Timestamp > state.Now + TooNew);
        foreach (var line in lines.Where(line => line.Timestamp >= state.Now - TooOld && line.Timestamp <= state.Now + TooNew))
        {
            stream.Add(line);
        }

        var rejected = new JsonObject();
        rejected.SetUnlessNull("tooOldLogEventEndIndex", old < 0 ? null : old + 1);
        rejected.SetUnlessNull("tooNewLogEventStartIndex", future < 0 ? null : future);
        return new JsonObject { ["nextSequenceToken"] = SequenceToken, ["rejectedLogEventsInfo"] = rejected.Count == 0 ? null : rejected };
    }

    /// <summary>One page. Its two tokens are always given; the same token again means that there is no more in that direction.</summary>
    public static JsonObject Get(LogsState state, JsonObject input)
    {
        var stream = LogsState.Stream(state.Group(input.Text("logGroupName") ?? input.Text("logGroupIdentifier")), input.Text("logStreamName")!);
        var lines = Within(stream.Lines, input).ToList();
        var size = Math.Min(input.Int("limit") ?? PageSize, PageSize);
        var (start, end) = Range(input, lines.Count, size);
        return new JsonObject
        {
            ["events"] = lines[start..end].ToJson(line => new JsonObject { ["timestamp"] = line.Timestamp, ["message"] = line.Message, ["ingestionTime"] = line.Ingested }),
            ["nextForwardToken"] = Token('f', end),
            ["nextBackwardToken"] = Token('b', start),
        };
    }

    public static JsonObject Filter(LogsState state, JsonObject input)
    {
        var group = state.Group(input.Text("logGroupName") ?? input.Text("logGroupIdentifier"));
        var (names, prefix) = (input.Texts("logStreamNames"), input.Text("logStreamNamePrefix"));
        if (names.Count > 0 && prefix is not null)
        {
            throw new AwsErrorException("InvalidParameterException", "logStreamNames and logStreamNamePrefix must not both be given.");
        }

        var pattern = FilterPattern.Parse(input.Text("filterPattern", ""));
        var streams = names.Count > 0 ? names.Select(name => LogsState.Stream(group, name))
            : group.Streams.Values.Where(stream => prefix is null || stream.Name.StartsWith(prefix, StringComparison.Ordinal));
        var found = streams
            .SelectMany(stream => Within(stream.Lines, input).Select((line, index) => (stream.Name, Line: line, Index: index)))
            .Where(one => pattern.Matches(one.Line.Message))
            .OrderBy(one => one.Line.Timestamp);
        var (page, next) = TokenPaging.Take(found, input.Text("nextToken"), input.Int("limit") ?? PageSize, "InvalidParameterException");
        return new JsonObject
        {
            ["events"] = page.ToJson(one => new JsonObject
            {
                ["logStreamName"] = one.Name,
                ["timestamp"] = one.Line.Timestamp,
                ["message"] = one.Line.Message,
                ["ingestionTime"] = one.Line.Ingested,
                ["eventId"] = string.Create(CultureInfo.InvariantCulture, $"{one.Line.Timestamp:D38}{one.Index:D18}"),
            }),
            ["searchedLogStreams"] = new JsonArray(),
            ["nextToken"] = next,
        };
    }

    private static IEnumerable<LogLine> Within(IEnumerable<LogLine> lines, JsonObject input)
    {
        var (start, end) = (Moment(input, "startTime") ?? 0, Moment(input, "endTime") ?? long.MaxValue);
        return lines.Where(line => line.Timestamp >= start && line.Timestamp < end);
    }

    private static (int Start, int End) Range(JsonObject input, int count, int size)
    {
        if (input.Text("nextToken") is not { } token)
        {
            return input.Flag("startFromHead") is true ? (0, Math.Min(size, count)) : (Math.Max(0, count - size), count);
        }

        return token.Split('/') is [var way, var digits] && (way is "f" or "b") && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            ? way is "f" ? (Math.Min(at, count), Math.Min(at + size, count)) : (Math.Max(0, at - size), Math.Min(at, count))
            : throw new AwsErrorException("InvalidParameterException", "The specified nextToken is invalid.");
    }

    private static string Token(char way, int at) => string.Create(CultureInfo.InvariantCulture, $"{way}/{at:D56}");

    private static long? Moment(JsonObject value, string member) =>
        value[member] is { } found ? (long)decimal.Parse(found.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture) : null;
}
