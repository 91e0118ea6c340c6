using Amazon.ECS;
using Amazon.ECS.Model;

namespace BlueGreen.Ecs.Engines.TaskSets;

/// <summary>Makes the request for the new version's task set: like the one that serves, but for what the AppSpec says, and in the other target group.</summary>
internal static class TaskSetRequests
{
    public static CreateTaskSetRequest Create(DeploymentPlan plan, TaskSetFacts facts, TaskSetSettings settings, string deploymentId, string taskDefinitionArn)
    {
        var (live, spec) = (facts.Primary!, plan.AppSpec!);
        var request = new CreateTaskSetRequest
        {
            Cluster = plan.Service.Reference.Cluster,
            Service = plan.Service.Reference.Name,
            ExternalId = deploymentId,
            ClientToken = deploymentId,
            TaskDefinition = taskDefinitionArn,
            LoadBalancers = [new() { TargetGroupArn = facts.IdleGroup, ContainerName = spec.ContainerName, ContainerPort = spec.ContainerPort }],
            NetworkConfiguration = spec.Network is { } network ? ToAws(network) : live.NetworkConfiguration,
            PlatformVersion = spec.PlatformVersion ?? live.PlatformVersion,
            ServiceRegistries = live.ServiceRegistries is { Count: > 0 } registries ? registries : null,
            Scale = new() { Unit = ScaleUnit.PERCENT, Value = settings.ScaleWithTraffic ? settings.Shift.Steps[0].GreenPercent : 100 },
            Tags = TaskSetTags.Of(deploymentId, settings, plan.Deployment, live.TaskDefinition != taskDefinitionArn ? live.TaskDefinition : TaskSetTags.Before(live)),
        };
        request.CapacityProviderStrategy = spec.CapacityProviderStrategy.Count > 0
            ? [.. spec.CapacityProviderStrategy.Select(item => new Amazon.ECS.Model.CapacityProviderStrategyItem { CapacityProvider = item.CapacityProvider, Weight = item.Weight, Base = item.Base })]
            : live.CapacityProviderStrategy is { Count: > 0 } strategy ? strategy : null;
        request.LaunchType = request.CapacityProviderStrategy is null ? live.LaunchType : null;
        return request;
    }

    private static NetworkConfiguration ToAws(AwsvpcConfiguration network) => new()
    {
        AwsvpcConfiguration = new()
        {
            Subnets = [.. network.Subnets],
            SecurityGroups = [.. network.SecurityGroups],
            AssignPublicIp = network.AssignPublicIp switch
            {
                null => null,
                true => AssignPublicIp.ENABLED,
                false => AssignPublicIp.DISABLED,
            },
        },
    };
}
