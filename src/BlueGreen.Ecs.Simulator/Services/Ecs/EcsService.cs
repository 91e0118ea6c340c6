using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Services.Ecs.Deployments;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>Amazon ECS: clusters, task definitions, services, task sets and tasks.</summary>
internal sealed class EcsService(World world) : IAwsService
{
    public string Name => "ecs";

    public JsonObject Invoke(AwsCall call)
    {
        var state = EcsState.Of(world.In(call.Region));
        var input = call.Input;
        return call.Operation switch
        {
            "CreateCluster" => ClusterOperations.Create(state, input),
            "DeleteCluster" => ClusterOperations.Delete(state, input),
            "DescribeClusters" => ClusterOperations.Describe(state, input),
            "ListClusters" => ClusterOperations.List(state, input),
            "RegisterTaskDefinition" => TaskDefinitionOperations.Register(state, input),
            "DeregisterTaskDefinition" => TaskDefinitionOperations.Deregister(state, input),
            "DescribeTaskDefinition" => TaskDefinitionOperations.Describe(state, input),
            "ListTaskDefinitions" => TaskDefinitionOperations.List(state, input),
            "CreateService" => ServiceCreation.Create(state, input),
            "UpdateService" => ServiceUpdate.Update(state, input),
            "DeleteService" => ServiceOperations.Delete(state, input),
            "DescribeServices" => ServiceOperations.Describe(state, input),
            "ListServices" => ServiceOperations.List(state, input),
            "CreateTaskSet" => TaskSetOperations.Create(state, input),
            "UpdateTaskSet" => TaskSetOperations.Update(state, input),
            "DeleteTaskSet" => TaskSetOperations.Delete(state, input),
            "DescribeTaskSets" => TaskSetOperations.Describe(state, input),
            "UpdateServicePrimaryTaskSet" => TaskSetOperations.Promote(state, input),
            "ListServiceDeployments" => ServiceDeploymentOperations.List(state, input),
            "DescribeServiceDeployments" => ServiceDeploymentOperations.Describe(state, input),
            "DescribeServiceRevisions" => ServiceDeploymentOperations.DescribeRevisions(state, input),
            "StopServiceDeployment" => ServiceDeploymentOperations.Stop(state, input),
            "ContinueServiceDeployment" => ServiceDeploymentOperations.Continue(state, input),
            "RunTask" => TaskOperations.Run(state, input),
            "StopTask" => TaskOperations.Stop(state, input),
            "ListTasks" => TaskOperations.List(state, input),
            "DescribeTasks" => TaskOperations.Describe(state, input),
            "TagResource" => TagOperations.Tag(state, input),
            "UntagResource" => TagOperations.Untag(state, input),
            "ListTagsForResource" => TagOperations.List(state, input),
            _ => throw EcsErrors.UnknownOperation(call.Operation),
        };
    }
}
