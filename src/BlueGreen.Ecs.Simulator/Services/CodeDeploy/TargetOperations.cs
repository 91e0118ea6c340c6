using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Services.Ecs;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodeDeploy;

/// <summary>The operations on a deployment's targets, of which ECS has one: the service.</summary>
internal static class TargetOperations
{
    private const int MostAtOnce = 25;

    public static JsonObject List(CodeDeployState state, JsonObject input)
    {
        var deployment = FindStarted(state, input);
        var filters = input.Object("targetFilters") ?? [];
        if (filters.FirstOrDefault(filter => filter.Key is not ("TargetStatus" or "ServerInstanceLabel")).Key is { } unknown)
        {
            throw CodeDeployErrors.Of("InvalidTargetFilterName", $"The target filter {unknown} is not valid. Valid are TargetStatus and ServerInstanceLabel.");
        }

        // A service is no server instance, and so has no label.
        var isMeant = (filters["TargetStatus"] is null || filters.Texts("TargetStatus").Contains(deployment.TargetStatus, StringComparer.Ordinal)) && filters["ServerInstanceLabel"] is null;
        return Pages.Write([], "targetIds", isMeant ? [TargetId(deployment)] : [], input, MostAtOnce, "InvalidNextTokenException");
    }

    public static JsonObject Get(CodeDeployState state, JsonObject input)
    {
        var deployment = FindStarted(state, input);
        return new JsonObject { ["deploymentTarget"] = View(state, deployment, input.Text("targetId")) };
    }

    public static JsonObject BatchGet(CodeDeployState state, JsonObject input)
    {
        var deployment = FindStarted(state, input);
        var ids = input.Texts("targetIds");
        if (ids.Count > MostAtOnce)
        {
            throw CodeDeployErrors.Of("DeploymentTargetListSizeExceeded", $"{ids.Count} targets were asked for; at most {MostAtOnce} are allowed.");
        }

        return new JsonObject { ["deploymentTargets"] = ids.Select(id => View(state, deployment, id)).ToJson() };
    }

    private static Deployment FindStarted(CodeDeployState state, JsonObject input)
    {
        var deployment = state.FindDeployment(input.Text("deploymentId"));
        return deployment.StartedAt is not null
            ? deployment
            : throw CodeDeployErrors.Of("DeploymentNotStarted", $"The deployment {deployment.Id} has not started yet.");
    }

    private static string TargetId(Deployment deployment) => $"{deployment.Settings.ClusterName}:{deployment.Settings.ServiceName}";

    private static JsonObject View(CodeDeployState state, Deployment deployment, string? targetId)
    {
        if (string.IsNullOrEmpty(targetId))
        {
            throw CodeDeployErrors.Of("DeploymentTargetIdRequired", "A target id is required.");
        }

        if (targetId != TargetId(deployment))
        {
            throw CodeDeployErrors.Of("DeploymentTargetDoesNotExist", $"The deployment {deployment.Id} has no target {targetId}.");
        }

        var sets = new[] { (deployment.Blue, "Blue", 100 - deployment.GreenWeight), (deployment.Green, "Green", deployment.GreenWeight) };
        return new JsonObject
        {
            ["deploymentTargetType"] = "ECSTarget",
            ["ecsTarget"] = new JsonObject
            {
                ["deploymentId"] = deployment.Id,
                ["targetId"] = targetId,
                ["targetArn"] = state.Region.Arn("ecs", $"service/{deployment.Settings.ClusterName}/{deployment.Settings.ServiceName}"),
                ["lastUpdatedAt"] = deployment.UpdatedAt.ToJson(),
                ["lifecycleEvents"] = deployment.Events.Select(one => one.ToJson()).ToJson(),
                ["status"] = deployment.TargetStatus,
                ["taskSetsInfo"] = sets.Where(one => one.Item1 is not null).Select(one => View(state, one.Item1!, one.Item2, one.Item3)).ToJson(),
            },
        };
    }

    private static JsonObject View(CodeDeployState state, TaskSet set, string label, int weight) => new()
    {
        // The misspelling is AWS's own.
        ["identifer"] = set.Id,
        ["desiredCount"] = set.ComputedDesiredCount,
        ["pendingCount"] = set.PendingCount,
        ["runningCount"] = set.RunningCount,
        ["status"] = set.Status,
        ["trafficWeight"] = (double)weight,
        ["targetGroup"] = new JsonObject { ["name"] = state.Region.LoadBalancing.FindTargetGroupName(ProductionTraffic.TargetGroupOf(set)) },
        ["taskSetLabel"] = label,
    };
}
