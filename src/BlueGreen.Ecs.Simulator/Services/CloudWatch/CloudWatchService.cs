using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CloudWatch;

/// <summary>CloudWatch: alarms, and the metrics that they watch.</summary>
internal sealed class CloudWatchService(World world) : IAwsService
{
    private static readonly OperationTable<CloudWatchState> Operations = new("cloudwatch")
    {
        ["PutMetricAlarm"] = AlarmOperations.PutMetricAlarm,
        ["PutCompositeAlarm"] = AlarmOperations.PutCompositeAlarm,
        ["DescribeAlarms"] = AlarmOperations.Describe,
        ["DescribeAlarmHistory"] = AlarmOperations.DescribeHistory,
        ["SetAlarmState"] = AlarmOperations.SetState,
        ["DeleteAlarms"] = AlarmOperations.Delete,
        ["PutMetricData"] = MetricOperations.Put,
        ["GetMetricData"] = MetricOperations.GetData,
        ["GetMetricStatistics"] = MetricOperations.GetStatistics,
        ["TagResource"] = AlarmOperations.Tag,
        ["UntagResource"] = AlarmOperations.Untag,
        ["ListTagsForResource"] = AlarmOperations.ListTags,
    };

    public string Name => "cloudwatch";

    public JsonObject Invoke(AwsCall call) => Operations.Invoke(call, CloudWatchState.Of(world.In(call.Region)));
}
