using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Logs;

/// <summary>The operations on log streams.</summary>
internal static class LogStreamOperations
{
    private const int PageSize = 50;

    public static JsonObject Create(LogsState state, JsonObject input)
    {
        var (group, name) = (state.Group(input.Text("logGroupName")), input.Text("logStreamName")!);
        if (group.Streams.ContainsKey(name))
        {
            throw new AwsErrorException("ResourceAlreadyExistsException", "The specified log stream already exists");
        }

        group.MakeStream(name, state.Now);
        return [];
    }

    public static JsonObject Delete(LogsState state, JsonObject input)
    {
        var group = state.Group(input.Text("logGroupName"));
        group.Streams.Remove(LogsState.Stream(group, input.Text("logStreamName")!).Name);
        return [];
    }

    public static JsonObject Describe(LogsState state, JsonObject input)
    {
        var group = state.Group(input.Text("logGroupName") ?? input.Text("logGroupIdentifier"));
        var (prefix, byTime) = (input.Text("logStreamNamePrefix"), input.Text("orderBy") is "LastEventTime");
        if (prefix is not null && byTime)
        {
            throw new AwsErrorException("InvalidParameterException", "Cannot order by LastEventTime with a logStreamNamePrefix.");
        }

        IEnumerable<LogStream> found = group.Streams.Values.Where(stream => prefix is null || stream.Name.StartsWith(prefix, StringComparison.Ordinal));
        found = byTime ? found.OrderBy(stream => stream.LastTimestamp) : found;
        found = input.Flag("descending") is true ? found.Reverse() : found;
        var (page, next) = TokenPaging.Take(found, input.Text("nextToken"), input.Int("limit") ?? PageSize, "InvalidParameterException");
        return new JsonObject { ["logStreams"] = page.ToJson(stream => stream.ToJson()), ["nextToken"] = next };
    }
}
