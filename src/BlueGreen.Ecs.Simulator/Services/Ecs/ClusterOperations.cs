using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>CreateCluster, UpdateCluster, UpdateClusterSettings, DeleteCluster, DescribeClusters and ListClusters.</summary>
internal static class ClusterOperations
{
    private const int PageSize = 100;

    private static readonly string[] Kept = ["settings", "configuration", "capacityProviders", "defaultCapacityProviderStrategy", "serviceConnectDefaults"];

    public static JsonObject Create(EcsState state, JsonObject input)
    {
        var name = input.Text("clusterName") ?? "default";
        if (!Names.AreLegal(name))
        {
            throw EcsErrors.InvalidParameter("Identifiers must contain only letters, numbers, hyphens, and underscores.");
        }

        if (state.Clusters.GetValueOrDefault(name) is not { IsActive: true } cluster)
        {
            cluster = new Cluster(name, state.Region.Arn("ecs", $"cluster/{name}")) { Tags = Tags.Of(input) };
            input.CopyTo(cluster.Settings, Kept);
            state.Clusters[name] = cluster;
        }

        return new JsonObject { ["cluster"] = View(cluster, ["TAGS", "SETTINGS"]) };
    }

    public static JsonObject Delete(EcsState state, JsonObject input)
    {
        var cluster = state.FindCluster(input.Text("cluster"));
        if (cluster.ActiveServices.Any())
        {
            throw new AwsErrorException("ClusterContainsServicesException", "The Cluster cannot be deleted while Services are active.");
        }

        if (cluster.Tasks.Values.Any(task => !task.IsStopped))
        {
            throw new AwsErrorException("ClusterContainsTasksException", "The Cluster cannot be deleted while Tasks are active.");
        }

        cluster.IsActive = false;
        return new JsonObject { ["cluster"] = View(cluster, []) };
    }

    public static JsonObject Describe(EcsState state, JsonObject input)
    {
        var asked = input.Texts("clusters").DefaultIfEmpty("default").ToList();
        var include = input.Texts("include");
        var found = asked.Select(name => (Name: name, Cluster: state.Clusters.GetValueOrDefault(EcsState.LastSegment(name)))).ToList();
        return new JsonObject
        {
            ["clusters"] = found.Where(one => one.Cluster is not null).Select(one => View(one.Cluster!, include)).ToJson(),
            ["failures"] = found.Where(one => one.Cluster is null)
                .Select(one => Failures.Missing(state.Region.Arn("ecs", $"cluster/{EcsState.LastSegment(one.Name)}"))).ToJson(),
        };
    }

    public static JsonObject List(EcsState state, JsonObject input)
    {
        var found = state.Clusters.Values.Where(cluster => cluster.IsActive).Select(cluster => cluster.Arn).ToList();
        return Pages.Write([], "clusterArns", found, input, input.Int("maxResults") ?? PageSize, "InvalidParameterException");
    }

    /// <summary>UpdateCluster and UpdateClusterSettings.</summary>
    public static JsonObject Update(EcsState state, JsonObject input)
    {
        var cluster = state.FindCluster(input.Text("cluster"));
        input.CopyTo(cluster.Settings, "settings", "configuration", "serviceConnectDefaults");
        return Answer(cluster);
    }

    /// <returns>An answer that shows everything of a cluster.</returns>
    public static JsonObject Answer(Cluster cluster) => new() { ["cluster"] = View(cluster, ["TAGS", "SETTINGS", "CONFIGURATIONS"]) };

    private static JsonObject View(Cluster cluster, IReadOnlyList<string> include)
    {
        var json = new JsonObject
        {
            ["clusterArn"] = cluster.Arn,
            ["clusterName"] = cluster.Name,
            ["status"] = cluster.IsActive ? "ACTIVE" : "INACTIVE",
            ["registeredContainerInstancesCount"] = 0,
            ["runningTasksCount"] = cluster.Tasks.Values.Count(task => task.LastStatus == TaskStatus.Running),
            ["pendingTasksCount"] = cluster.Tasks.Values.Count(task => task.LastStatus is TaskStatus.Provisioning or TaskStatus.Pending or TaskStatus.Activating),
            ["activeServicesCount"] = cluster.ActiveServices.Count(),
            ["statistics"] = new JsonArray(),
            ["tags"] = include.Contains("TAGS", StringComparer.Ordinal) ? cluster.Tags.DeepClone() : new JsonArray(),
            ["settings"] = new JsonArray(),
            ["capacityProviders"] = new JsonArray(),
            ["defaultCapacityProviderStrategy"] = new JsonArray(),
        };
        cluster.Settings.CopyTo(json, "capacityProviders", "defaultCapacityProviderStrategy", "serviceConnectDefaults");
        cluster.Settings.CopyTo(json, include.Contains("SETTINGS", StringComparer.Ordinal) ? ["settings"] : []);
        cluster.Settings.CopyTo(json, include.Contains("CONFIGURATIONS", StringComparer.Ordinal) ? ["configuration"] : []);
        return json;
    }
}
