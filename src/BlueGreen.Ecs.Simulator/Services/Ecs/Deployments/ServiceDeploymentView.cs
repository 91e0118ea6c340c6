using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator.Services.Ecs.Deployments;

/// <summary>A service deployment as DescribeServiceDeployments and ListServiceDeployments answer it.</summary>
internal static class ServiceDeploymentView
{
    public static JsonObject Of(ServiceDeployment deployment)
    {
        var json = Common(deployment);
        json["sourceServiceRevisions"] = deployment.Sources.Select(ServiceRevisionView.Summary).ToJson();
        json["targetServiceRevision"] = ServiceRevisionView.Summary(deployment.Target);
        json["updatedAt"] = deployment.UpdatedAt.ToJson();
        json.SetUnlessNull("stoppedAt", deployment.StoppedAt.ToJson());
        json.SetUnlessNull("lifecycleStage", deployment.Stage);
        json["lifecycleHookDetails"] = deployment.Hooks.Select(hook => hook.ToJson()).ToJson();
        json["deploymentConfiguration"] = deployment.Configuration.DeepClone();
        json["deploymentCircuitBreaker"] = new JsonObject
        {
            ["status"] = deployment.Breaker.Status,
            ["failureCount"] = deployment.Target.FailedTasks,
            ["threshold"] = deployment.Breaker.Threshold,
        };
        json["alarms"] = Alarms(deployment);
        if (deployment.Rollback is { } rollback)
        {
            json["rollback"] = new JsonObject
            {
                ["reason"] = rollback.Reason,
                ["startedAt"] = rollback.StartedAt.ToJson(),
                ["serviceRevisionArn"] = rollback.RevisionArn,
            };
        }

        return json;
    }

    public static JsonObject Brief(ServiceDeployment deployment)
    {
        var json = Common(deployment);
        json["targetServiceRevisionArn"] = deployment.Revision.Arn;
        return json;
    }

    private static JsonObject Common(ServiceDeployment deployment)
    {
        var json = new JsonObject
        {
            ["serviceDeploymentArn"] = deployment.Arn,
            ["serviceArn"] = deployment.Service.Arn,
            ["clusterArn"] = deployment.Service.Cluster.Arn,
            ["createdAt"] = deployment.CreatedAt.ToJson(),
            ["status"] = deployment.Status,
        };
        json.SetUnlessNull("startedAt", deployment.StartedAt.ToJson());
        json.SetUnlessNull("finishedAt", deployment.FinishedAt.ToJson());
        json.SetUnlessNull("statusReason", deployment.StatusReason);
        return json;
    }

    private static JsonObject Alarms(ServiceDeployment deployment) => new()
    {
        ["status"] = deployment.Alarms?.Status ?? "DISABLED",
        ["alarmNames"] = (deployment.Alarms?.Names ?? []).ToJson(),
        ["triggeredAlarmNames"] = (deployment.Alarms?.Triggered ?? []).ToJson(),
    };
}
