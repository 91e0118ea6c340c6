using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.AutoScaling;

/// <summary>Application Auto Scaling, for the desired count of ECS services. Policies have their alarms; these move nothing.</summary>
internal sealed class AutoScalingService(World world) : IAwsService
{
    private static readonly OperationTable<AutoScalingState> Operations = new("application-autoscaling")
    {
        ["RegisterScalableTarget"] = TargetOperations.Register,
        ["DescribeScalableTargets"] = TargetOperations.Describe,
        ["DeregisterScalableTarget"] = TargetOperations.Deregister,
        ["DescribeScalingActivities"] = TargetOperations.DescribeActivities,
        ["PutScalingPolicy"] = PolicyOperations.Put,
        ["DescribeScalingPolicies"] = PolicyOperations.Describe,
        ["DeleteScalingPolicy"] = PolicyOperations.Delete,
        ["TagResource"] = TagOperations.Tag,
        ["UntagResource"] = TagOperations.Untag,
        ["ListTagsForResource"] = TagOperations.List,
    };

    public string Name => "application-autoscaling";

    public JsonObject Invoke(AwsCall call) => Operations.Invoke(call, AutoScalingState.Of(world.In(call.Region)));
}
