using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ssm;

/// <summary>AWS Systems Manager, of which there is the Parameter Store. Parameters of AWS's own, below /aws/service, are not there.</summary>
internal sealed class SsmService(World world) : IAwsService
{
    private static readonly OperationTable<SsmState> Operations = new("ssm")
    {
        ["PutParameter"] = ParameterWriting.Put,
        ["DeleteParameter"] = ParameterWriting.Delete,
        ["DeleteParameters"] = ParameterWriting.DeleteSeveral,
        ["GetParameter"] = ParameterReading.Get,
        ["GetParameters"] = ParameterReading.GetSeveral,
        ["GetParametersByPath"] = ParameterReading.GetByPath,
        ["DescribeParameters"] = ParameterReading.Describe,
        ["AddTagsToResource"] = TagOperations.Add,
        ["RemoveTagsFromResource"] = TagOperations.Remove,
        ["ListTagsForResource"] = TagOperations.List,
    };

    public string Name => "ssm";

    public JsonObject Invoke(AwsCall call) => Operations.Invoke(call, SsmState.Of(world.In(call.Region)));
}
