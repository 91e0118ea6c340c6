using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Services.Ecs.Deployments;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>A service as DescribeServices answers it.</summary>
internal static class ServiceView
{
    public static JsonObject Of(Service service, bool withTags = false)
    {
        var json = service.Settings.Copy();
        json["serviceArn"] = service.Arn;
        json["serviceName"] = service.Name;
        json["clusterArn"] = service.Cluster.Arn;
        json["status"] = service.Status;
        json["desiredCount"] = service.DesiredCount;
        json["runningCount"] = service.RunningCount;
        json["pendingCount"] = service.PendingCount;
        json["deploymentController"] = new JsonObject { ["type"] = service.Controller };
        json["createdAt"] = service.CreatedAt.ToJson();
        json["events"] = service.Events.Select(one => one.Copy()).ToJson();

        // Newest first, as ECS lists its deployments; task sets stand in the order of their making.
        var rolls = service.Controller == DeploymentController.Ecs;
        json["deployments"] = (rolls ? service.TaskSets.AsEnumerable().Reverse().Select(Deployment) : []).ToJson();
        if (rolls)
        {
            json.SetUnlessNull("currentServiceDeployment", (service.Deployments.Find(one => !one.IsOver) ?? service.Deployments.LastOrDefault())?.Arn);
            json["currentServiceRevisions"] = service.TaskSets.Where(set => set is { IsQueued: false, Revision: not null }).Select(ServiceRevisionView.Counts).ToJson();
        }

        json["taskSets"] = (rolls ? [] : service.TaskSets.Select(set => TaskSetView.Of(set))).ToJson();
        if (withTags)
        {
            json["tags"] = service.Tags.DeepClone();
        }

        return json;
    }

    private static JsonObject Deployment(TaskSet set)
    {
        var json = new JsonObject
        {
            ["id"] = set.Id,
            ["status"] = set.Status == TaskSetStatus.Primary ? "PRIMARY" : "ACTIVE",
            ["taskDefinition"] = set.TaskDefinition.Arn,
            ["desiredCount"] = set.RollingCount,
            ["pendingCount"] = set.PendingCount,
            ["runningCount"] = set.RunningCount,
            ["failedTasks"] = set.FailedTasks,
            ["createdAt"] = set.CreatedAt.ToJson(),
            ["updatedAt"] = set.UpdatedAt.ToJson(),
            ["rolloutState"] = set.RolloutState,
            ["rolloutStateReason"] = set.RolloutReason,
        };
        set.Settings.CopyTo(json, "launchType", "platformVersion", "networkConfiguration", "capacityProviderStrategy",
            "serviceConnectConfiguration", "volumeConfigurations", "vpcLatticeConfigurations");
        return json;
    }
}
