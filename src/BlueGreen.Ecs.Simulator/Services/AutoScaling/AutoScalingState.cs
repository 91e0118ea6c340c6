using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Services.Ecs;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.AutoScaling;

/// <summary>The scalable targets of one region.</summary>
internal sealed class AutoScalingState(Region region)
{
    public const string DesiredCount = "ecs:service:DesiredCount";

    public Region Region => region;

    public World World => region.World;

    /// <summary>By the resource: <c>service/cluster/name</c>.</summary>
    public OrderedDictionary<string, ScalableTarget> Targets { get; } = new(StringComparer.Ordinal);

    /// <summary>Newest first.</summary>
    public List<JsonObject> Activities { get; } = [];

    public static AutoScalingState Of(Region region) => region.Get(one => new AutoScalingState(one));

    /// <summary>Refuses what is not the desired count of an ECS service.</summary>
    /// <exception cref="AwsErrorException">Namespace, resource and dimension do not fit together.</exception>
    public static string Resource(JsonObject input)
    {
        var (space, resource, dimension) = (input.Text("ServiceNamespace"), input.Text("ResourceId", ""), input.Text("ScalableDimension"));
        return space is "ecs" && dimension is DesiredCount && resource.Split('/') is ["service", _, _]
            ? resource
            : throw new AwsErrorException("ValidationException", $"Unsupported service namespace, resource type or scalable dimension: {space}, {resource}, {dimension}. The simulator has {DesiredCount} of ecs.");
    }

    /// <exception cref="AwsErrorException">There is no such target.</exception>
    public ScalableTarget Find(JsonObject input, string verb)
    {
        var resource = Resource(input);
        return Targets.GetValueOrDefault(resource) ?? throw NotFound($"No scalable target {verb} for {Words(resource)}");
    }

    public static string Words(string resource) => $"service namespace: ecs, resource ID: {resource}, scalable dimension: {DesiredCount}";

    public static AwsErrorException NotFound(string message) => new("ObjectNotFoundException", message);

    /// <returns>The service that a resource names, where it is there.</returns>
    public Service? FindService(string resource)
    {
        var parts = resource.Split('/');
        return EcsState.Of(region).Clusters.GetValueOrDefault(parts[1])?.Services.GetValueOrDefault(parts[2]) is { Status: not ServiceStatus.Inactive } service ? service : null;
    }
}
