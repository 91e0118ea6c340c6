using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator.Services.Ecs.Deployments;

/// <summary>What was deployed, once and for all: the task definition, its images with their digests, and the service's settings of that moment.</summary>
/// <param name="arn">The ARN.</param>
/// <param name="service">The service.</param>
/// <param name="taskDefinition">The task definition.</param>
/// <param name="settings">The service's settings that a deployment applies, under their wire names.</param>
/// <param name="images">Container, image and digest, under their wire names.</param>
/// <param name="createdAt">When it was made.</param>
internal sealed class ServiceRevision(string arn, Service service, TaskDefinition taskDefinition, JsonObject settings, JsonArray images, DateTimeOffset createdAt)
{
    /// <summary>The members that a revision keeps; a change of any of them is a new revision.</summary>
    public static ReadOnlySpan<string> Members => new[]
    {
        "loadBalancers", "serviceRegistries", "networkConfiguration", "platformVersion", "launchType", "capacityProviderStrategy",
        "serviceConnectConfiguration", "volumeConfigurations", "vpcLatticeConfigurations",
    };

    public string Arn => arn;

    public Service Service => service;

    public TaskDefinition TaskDefinition => taskDefinition;

    public JsonObject Settings => settings;

    public JsonArray Images => images;

    public DateTimeOffset CreatedAt => createdAt;

    /// <summary>The load balancers with the target groups in which it serves, or was to serve. None before its tasks start.</summary>
    public JsonArray? LoadBalancers { get; set; }
}
