using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Services.Ecs.Deployments;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>Amazon ECS: clusters, task definitions, services, their deployments, task sets and tasks.</summary>
internal sealed class EcsService(World world) : IAwsService
{
    private static readonly OperationTable<EcsState> Operations = new("ecs")
    {
        ["CreateCluster"] = ClusterOperations.Create,
        ["UpdateCluster"] = ClusterOperations.Update,
        ["UpdateClusterSettings"] = ClusterOperations.Update,
        ["DeleteCluster"] = ClusterOperations.Delete,
        ["DescribeClusters"] = ClusterOperations.Describe,
        ["ListClusters"] = ClusterOperations.List,
        ["PutClusterCapacityProviders"] = CapacityProviderOperations.PutOfCluster,
        ["DescribeCapacityProviders"] = CapacityProviderOperations.Describe,
        ["PutAccountSetting"] = AccountSettingOperations.Put,
        ["PutAccountSettingDefault"] = AccountSettingOperations.Put,
        ["DeleteAccountSetting"] = AccountSettingOperations.Delete,
        ["ListAccountSettings"] = AccountSettingOperations.List,
        ["RegisterTaskDefinition"] = TaskDefinitionOperations.Register,
        ["DeregisterTaskDefinition"] = TaskDefinitionOperations.Deregister,
        ["DeleteTaskDefinitions"] = TaskDefinitionOperations.Delete,
        ["DescribeTaskDefinition"] = TaskDefinitionOperations.Describe,
        ["ListTaskDefinitions"] = TaskDefinitionOperations.List,
        ["ListTaskDefinitionFamilies"] = TaskDefinitionOperations.ListFamilies,
        ["CreateService"] = ServiceCreation.Create,
        ["UpdateService"] = ServiceUpdate.Update,
        ["DeleteService"] = ServiceOperations.Delete,
        ["DescribeServices"] = ServiceOperations.Describe,
        ["ListServices"] = ServiceOperations.List,
        ["ListServicesByNamespace"] = ServiceOperations.ListByNamespace,
        ["ListServiceDeployments"] = ServiceDeploymentOperations.List,
        ["DescribeServiceDeployments"] = ServiceDeploymentOperations.Describe,
        ["DescribeServiceRevisions"] = ServiceDeploymentOperations.DescribeRevisions,
        ["StopServiceDeployment"] = ServiceDeploymentOperations.Stop,
        ["ContinueServiceDeployment"] = ServiceDeploymentOperations.Continue,
        ["CreateTaskSet"] = TaskSetOperations.Create,
        ["UpdateTaskSet"] = TaskSetOperations.Update,
        ["DeleteTaskSet"] = TaskSetOperations.Delete,
        ["DescribeTaskSets"] = TaskSetOperations.Describe,
        ["UpdateServicePrimaryTaskSet"] = TaskSetOperations.Promote,
        ["RunTask"] = TaskOperations.Run,
        ["StopTask"] = TaskOperations.Stop,
        ["ListTasks"] = TaskOperations.List,
        ["DescribeTasks"] = TaskOperations.Describe,
        ["TagResource"] = TagOperations.Tag,
        ["UntagResource"] = TagOperations.Untag,
        ["ListTagsForResource"] = TagOperations.List,
    };

    public string Name => "ecs";

    public JsonObject Invoke(AwsCall call) => Operations.Invoke(call, EcsState.Of(world.In(call.Region)));
}
