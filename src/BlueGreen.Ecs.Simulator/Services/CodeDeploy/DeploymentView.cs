using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator.Services.CodeDeploy;

/// <summary>A deployment as GetDeployment answers it.</summary>
internal static class DeploymentView
{
    private static readonly string[] Counted = ["Pending", "InProgress", "Succeeded", "Failed", "Skipped", "Ready"];

    public static JsonObject Of(Deployment deployment)
    {
        var json = new JsonObject
        {
            ["applicationName"] = deployment.Group.Application.Name,
            ["deploymentGroupName"] = deployment.Group.Name,
            ["deploymentConfigName"] = deployment.Config.Name,
            ["deploymentId"] = deployment.Id,
            ["status"] = deployment.Status,
            ["createTime"] = deployment.CreatedAt.ToJson(),
            ["creator"] = deployment.Creator,
            ["ignoreApplicationStopFailures"] = false,
            ["updateOutdatedInstancesOnly"] = false,

            // For ECS this stays false even in the wait; the target's status tells that the wait has begun.
            ["instanceTerminationWaitTimeStarted"] = false,
            ["deploymentStatusMessages"] = new JsonArray(),
            ["computePlatform"] = "ECS",
            ["fileExistsBehavior"] = "DISALLOW",
        };
        deployment.Settings.Document.CopyTo(json, "autoRollbackConfiguration", "deploymentStyle", "blueGreenDeploymentConfiguration", "loadBalancerInfo");
        json.SetUnlessNull("revision", deployment.Revision?.Location.DeepClone());
        json.SetUnlessNull("previousRevision", deployment.PreviousRevision?.Location.DeepClone());
        json.SetUnlessNull("description", deployment.Description);
        json.SetUnlessNull("startTime", deployment.StartedAt.ToJson());
        json.SetUnlessNull("completeTime", deployment.CompletedAt.ToJson());
        json.SetUnlessNull("errorInformation", deployment.Error?.ToJson());
        json.SetUnlessNull("rollbackInfo", deployment.RollbackInfo?.DeepClone());
        json.SetUnlessNull("overrideAlarmConfiguration", deployment.OverrideAlarms?.DeepClone());
        json.SetUnlessNull("deploymentOverview", deployment.IsOver ? Overview(deployment) : null);
        return json;
    }

    // It counts targets, and a deployment to ECS has one.
    private static JsonObject Overview(Deployment deployment)
    {
        var overview = new JsonObject();
        foreach (var status in Counted)
        {
            overview[status] = deployment.TargetStatus == status ? 1 : 0;
        }

        return overview;
    }
}
