using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>A task set as DescribeTaskSets and DescribeServices answer it.</summary>
internal static class TaskSetView
{
    public static JsonObject Of(TaskSet set, bool withTags = false)
    {
        var json = set.Settings.Copy();
        json["id"] = set.Id;
        json["taskSetArn"] = set.Arn;
        json["serviceArn"] = set.Service.Arn;
        json["clusterArn"] = set.Service.Cluster.Arn;
        json.SetUnlessNull("startedBy", set.StartedBy);
        json.SetUnlessNull("externalId", set.ExternalId);
        json["status"] = set.Status;
        json["taskDefinition"] = set.TaskDefinition.Arn;
        json["computedDesiredCount"] = set.ComputedDesiredCount;
        json["pendingCount"] = set.PendingCount;
        json["runningCount"] = set.RunningCount;
        json["createdAt"] = set.CreatedAt.ToJson();
        json["updatedAt"] = set.UpdatedAt.ToJson();
        json["scale"] = new JsonObject { ["value"] = set.Scale, ["unit"] = "PERCENT" };
        json["stabilityStatus"] = set.IsSteady ? "STEADY_STATE" : "STABILIZING";
        json["stabilityStatusAt"] = set.StabilityAt.ToJson();
        json["tags"] = withTags ? set.Tags.DeepClone() : new JsonArray();
        return json;
    }
}
