using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodePipeline;

/// <summary>AWS CodePipeline. Artifacts are kept in memory: the bucket of the artifact store is only a name.</summary>
internal sealed class CodePipelineService(World world) : IAwsService
{
    private static readonly OperationTable<CodePipelineState> Operations = new("codepipeline")
    {
        ["CreatePipeline"] = PipelineOperations.Create,
        ["UpdatePipeline"] = PipelineOperations.Update,
        ["GetPipeline"] = PipelineOperations.Get,
        ["ListPipelines"] = PipelineOperations.List,
        ["DeletePipeline"] = PipelineOperations.Delete,
        ["TagResource"] = PipelineOperations.Tag,
        ["UntagResource"] = PipelineOperations.Untag,
        ["ListTagsForResource"] = PipelineOperations.ListTags,
        ["StartPipelineExecution"] = ExecutionOperations.Start,
        ["GetPipelineExecution"] = ExecutionOperations.Get,
        ["ListPipelineExecutions"] = ExecutionOperations.List,
        ["StopPipelineExecution"] = ExecutionOperations.Stop,
        ["RetryStageExecution"] = ExecutionOperations.Retry,
        ["ListActionExecutions"] = ActionExecutionOperations.List,
        ["GetPipelineState"] = StageOperations.GetState,
        ["DisableStageTransition"] = StageOperations.Disable,
        ["EnableStageTransition"] = StageOperations.Enable,
        ["PutApprovalResult"] = StageOperations.Approve,
    };

    public string Name => "codepipeline";

    public JsonObject Invoke(AwsCall call) => Operations.Invoke(call, CodePipelineState.Of(world.In(call.Region)));
}
