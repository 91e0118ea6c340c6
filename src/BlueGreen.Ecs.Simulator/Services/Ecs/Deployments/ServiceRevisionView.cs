using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs.Deployments;

/// <summary>A service revision as DescribeServiceRevisions answers it, and its counts as others do.</summary>
internal static class ServiceRevisionView
{
    public static JsonObject Of(ServiceRevision revision)
    {
        var json = revision.Settings.Copy();
        json["serviceRevisionArn"] = revision.Arn;
        json["serviceArn"] = revision.Service.Arn;
        json["clusterArn"] = revision.Service.Cluster.Arn;
        json["taskDefinition"] = revision.TaskDefinition.Arn;
        json["containerImages"] = revision.Images.DeepClone();
        json["guardDutyEnabled"] = false;
        json["createdAt"] = revision.CreatedAt.ToJson();
        json["resolvedConfiguration"] = new JsonObject { ["loadBalancers"] = Resolved(revision).ToJson() };
        return json;
    }

    /// <summary>The members of a ServiceCurrentRevisionSummary.</summary>
    public static JsonObject Counts(TaskSet set) => new()
    {
        ["arn"] = set.Revision!.Arn,
        ["requestedTaskCount"] = set.RollingCount,
        ["runningTaskCount"] = set.RunningCount,
        ["pendingTaskCount"] = set.PendingCount,
    };

    /// <summary>The members of a ServiceRevisionSummary.</summary>
    public static JsonObject Summary(TaskSet set)
    {
        var json = Counts(set);
        json["requestedTestTrafficWeight"] = set.TestWeight;
        json["requestedProductionTrafficWeight"] = set.ProductionWeight;
        return json;
    }

    private static IEnumerable<JsonObject> Resolved(ServiceRevision revision)
    {
        var settings = revision.Service.TaskSets.Find(set => set.Revision == revision)?.Settings ?? revision.Settings;
        var balancers = revision.LoadBalancers is { } own ? own.OfType<JsonObject>() : settings.Objects("loadBalancers");
        return balancers.Where(one => one.Object("advancedConfiguration") is not null).Select(one => new JsonObject
        {
            ["targetGroupArn"] = one.Text("targetGroupArn"),
            ["productionListenerRule"] = one.Object("advancedConfiguration")!.Text("productionListenerRule"),
        });
    }
}
