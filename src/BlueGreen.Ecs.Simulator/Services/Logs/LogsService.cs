using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Logs;

/// <summary>CloudWatch Logs. Events are kept however old they are: retention is only remembered.</summary>
internal sealed class LogsService(World world) : IAwsService
{
    private static readonly OperationTable<LogsState> Operations = new("logs")
    {
        ["CreateLogGroup"] = LogGroupOperations.Create,
        ["DescribeLogGroups"] = LogGroupOperations.Describe,
        ["DeleteLogGroup"] = LogGroupOperations.Delete,
        ["PutRetentionPolicy"] = LogGroupOperations.PutRetention,
        ["DeleteRetentionPolicy"] = LogGroupOperations.DeleteRetention,
        ["TagResource"] = LogGroupOperations.Tag,
        ["UntagResource"] = LogGroupOperations.Untag,
        ["ListTagsForResource"] = LogGroupOperations.ListTags,
        ["CreateLogStream"] = LogStreamOperations.Create,
        ["DescribeLogStreams"] = LogStreamOperations.Describe,
        ["DeleteLogStream"] = LogStreamOperations.Delete,
        ["PutLogEvents"] = LogEventOperations.Put,
        ["GetLogEvents"] = LogEventOperations.Get,
        ["FilterLogEvents"] = LogEventOperations.Filter,
    };

    public string Name => "logs";

    public JsonObject Invoke(AwsCall call) => Operations.Invoke(call, LogsState.Of(world.In(call.Region)));
}
