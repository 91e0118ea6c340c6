using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Services.Ecs.Deployments;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>DeleteService, DescribeServices, ListServices and ListServicesByNamespace.</summary>
internal static class ServiceOperations
{
    private const int MostDescribed = 10;
    private const int PageSize = 10;

    public static JsonObject Delete(EcsState state, JsonObject input)
    {
        var service = state.FindActiveService(input.Text("cluster"), input.Text("service"));
        var force = input.Flag("force") == true;
        if (!force && service.Controller == DeploymentController.External && service.TaskSets.Count > 0)
        {
            throw EcsErrors.InvalidParameter("The service cannot be stopped while it has active task sets.");
        }

        if (!force && service.DesiredCount > 0)
        {
            throw EcsErrors.InvalidParameter("The service cannot be stopped while it is scaled above 0.");
        }

        (service.Status, service.DesiredCount) = (ServiceStatus.Draining, 0);
        ServiceDeployments.Cancel(service);
        foreach (var set in service.TaskSets.ToList())
        {
            state.TaskSets.Delete(set);
        }

        state.Scheduler.ReviewLater(service);
        return new JsonObject { ["service"] = ServiceView.Of(service) };
    }

    public static JsonObject Describe(EcsState state, JsonObject input)
    {
        var cluster = state.FindCluster(input.Text("cluster"));
        var asked = input.Texts("services");
        if (asked.Count is 0 or > MostDescribed)
        {
            throw EcsErrors.InvalidParameter(asked.Count == 0 ? "Services cannot be empty." : $"At most {MostDescribed} services can be described in one call.");
        }

        var withTags = input.Texts("include").Contains("TAGS", StringComparer.Ordinal);
        var found = asked.Select(name => (Name: name, Service: cluster.Services.GetValueOrDefault(EcsState.LastSegment(name)))).ToList();
        return new JsonObject
        {
            ["services"] = found.Where(one => one.Service is not null).Select(one => ServiceView.Of(one.Service!, withTags)).ToJson(),
            ["failures"] = found.Where(one => one.Service is null)
                .Select(one => Failures.Missing(state.Region.Arn("ecs", $"service/{cluster.Name}/{EcsState.LastSegment(one.Name)}"))).ToJson(),
        };
    }

    public static JsonObject ListByNamespace(EcsState state, JsonObject input)
    {
        var name = EcsState.LastSegment(input.Text("namespace", ""));
        var found = state.Clusters.Values.SelectMany(cluster => cluster.ActiveServices)
            .Where(service => service.Settings.Object("serviceConnectConfiguration")?.Text("namespace") is { } used && EcsState.LastSegment(used) == name)
            .Select(service => service.Arn);
        return Pages.Write([], "serviceArns", found, input, input.Int("maxResults") ?? PageSize, "InvalidParameterException");
    }

    public static JsonObject List(EcsState state, JsonObject input)
    {
        var cluster = state.FindCluster(input.Text("cluster"));
        var launchType = input.Text("launchType");
        var found = cluster.ActiveServices
            .Where(service => launchType is null || service.Settings.Text("launchType") == launchType)
            .Select(service => service.Arn)
            .ToList();
        return Pages.Write([], "serviceArns", found, input, input.Int("maxResults") ?? PageSize, "InvalidParameterException");
    }
}
