using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using BlueGreen.Ecs.Diagnosis.Texts;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Diagnosis.Evidence;

/// <summary>The last lines of log streams. Takes its client when there is a log to look at.</summary>
internal sealed class LogReader(SideClient<IAmazonCloudWatchLogs> logs)
{
    private const int MostLines = 20;
    private const int MostStreams = 2;

    /// <summary>The last lines of a stream; none when there is no such stream.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(string group, string stream, CancellationToken cancellationToken)
    {
        var request = new GetLogEventsRequest { LogGroupName = group, LogStreamName = stream, Limit = MostLines, StartFromHead = false };
        try
        {
            var response = await AwsCalls.CallAsync("logs:GetLogEvents", () => logs.Value.GetLogEventsAsync(request, cancellationToken)).ConfigureAwait(false);
            return OutsideText.CleanLines((response.Events ?? []).TakeLast(MostLines).Select(line => line.Message ?? string.Empty));
        }
        catch (AwsCallException exception) when (Reading.IsGone(exception))
        {
            return [];
        }
    }

    /// <summary>The last lines of a function's newest streams, and whether it has a log at all.</summary>
    public async Task<HookSeen?> ReadFunctionAsync(string function, CancellationToken cancellationToken)
    {
        var group = $"/aws/lambda/{NameOf(function)}";
        var lines = new List<string>();
        try
        {
            var request = new DescribeLogStreamsRequest { LogGroupName = group, OrderBy = OrderBy.LastEventTime, Descending = true, Limit = MostStreams };
            var streams = await AwsCalls.CallAsync("logs:DescribeLogStreams", () => logs.Value.DescribeLogStreamsAsync(request, cancellationToken)).ConfigureAwait(false);
            foreach (var stream in (streams.LogStreams ?? []).Take(MostStreams).Reverse())
            {
                lines.AddRange(await ReadAsync(group, stream.LogStreamName, cancellationToken).ConfigureAwait(false));
            }

            return new(function, HasLog: true, [.. lines.TakeLast(MostLines)]);
        }
        catch (AwsCallException exception) when (Reading.IsGone(exception))
        {
            return new(function, HasLog: false, []);
        }
    }

    // arn:aws:lambda:eu-west-1:123456789012:function:name:version, or the name with a version behind it.
    private static string NameOf(string function) => function.Split(':') is [_, _, _, _, _, "function", var name, ..] ? name : function.Split(':')[0];
}
