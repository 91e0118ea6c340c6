using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodeDeploy;

/// <summary>AWS CodeDeploy for the compute platform ECS.</summary>
internal sealed class CodeDeployService(World world) : IAwsService
{
    public string Name => "codedeploy";

    public JsonObject Invoke(AwsCall call)
    {
        var state = CodeDeployState.Of(world.In(call.Region));
        var input = call.Input;
        return call.Operation switch
        {
            "CreateApplication" => ApplicationOperations.Create(state, input),
            "GetApplication" => ApplicationOperations.Get(state, input),
            "DeleteApplication" => ApplicationOperations.Delete(state, input),
            "ListApplications" => ApplicationOperations.List(state, input),
            "UpdateApplication" => ApplicationOperations.Update(state, input),
            "BatchGetApplications" => ApplicationOperations.BatchGet(state, input),
            "RegisterApplicationRevision" => RevisionOperations.Register(state, input),
            "GetApplicationRevision" => RevisionOperations.Get(state, input),
            "ListApplicationRevisions" => RevisionOperations.List(state, input),
            "BatchGetApplicationRevisions" => RevisionOperations.BatchGet(state, input),
            "CreateDeploymentGroup" => DeploymentGroupOperations.Create(state, input),
            "UpdateDeploymentGroup" => DeploymentGroupOperations.Update(state, input),
            "GetDeploymentGroup" => DeploymentGroupOperations.Get(state, input),
            "BatchGetDeploymentGroups" => DeploymentGroupOperations.BatchGet(state, input),
            "ListDeploymentGroups" => DeploymentGroupOperations.List(state, input),
            "DeleteDeploymentGroup" => DeploymentGroupOperations.Delete(state, input),
            "CreateDeploymentConfig" => DeploymentConfigOperations.Create(state, input),
            "GetDeploymentConfig" => DeploymentConfigOperations.Get(state, input),
            "ListDeploymentConfigs" => DeploymentConfigOperations.List(state, input),
            "DeleteDeploymentConfig" => DeploymentConfigOperations.Delete(state, input),
            "CreateDeployment" => DeploymentCreation.Create(state, input),
            "GetDeployment" => DeploymentOperations.Get(state, input),
            "BatchGetDeployments" => DeploymentOperations.BatchGet(state, input),
            "ListDeployments" => DeploymentOperations.List(state, input),
            "StopDeployment" => DeploymentOperations.Stop(state, input),
            "ContinueDeployment" => DeploymentOperations.Continue(state, input),
            "SkipWaitTimeForInstanceTermination" => DeploymentOperations.SkipWait(state, input),
            "PutLifecycleEventHookExecutionStatus" => DeploymentOperations.ReportHook(state, input),
            "ListDeploymentTargets" => TargetOperations.List(state, input),
            "GetDeploymentTarget" => TargetOperations.Get(state, input),
            "BatchGetDeploymentTargets" => TargetOperations.BatchGet(state, input),
            "TagResource" => TagOperations.Tag(state, input),
            "UntagResource" => TagOperations.Untag(state, input),
            "ListTagsForResource" => TagOperations.List(state, input),
            _ => throw new AwsErrorException("UnknownOperationException", $"The simulated CodeDeploy does not know the operation {call.Operation}."),
        };
    }
}
