using System.Globalization;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Provisioning.Templates;

/// <summary>What a template calls its resources and parameters, and how one refers to what it may make or find there.</summary>
internal static class TemplateIds
{
    public const string Vpc = "VpcId";
    public const string Subnets = "SubnetIds";
    public const string TaskSubnets = "TaskSubnetIds";
    public const string DesiredCount = "DesiredCount";
    public const string ExistingLoadBalancer = "LoadBalancerArn";
    public const string ExistingLoadBalancerGroup = "LoadBalancerSecurityGroupId";

    public const string LoadBalancerGroup = "LoadBalancerSecurityGroup";
    public const string TaskGroup = "TaskSecurityGroup";
    public const string LoadBalancer = "LoadBalancer";
    public const string Blue = "BlueTargetGroup";
    public const string Green = "GreenTargetGroup";
    public const string Production = "ProductionListener";
    public const string Test = "TestListener";
    public const string Cluster = "Cluster";
    public const string Repository = "Repository";
    public const string ExecutionRole = "ExecutionRole";
    public const string TaskRole = "TaskRole";
    public const string TrafficRole = "TrafficRole";
    public const string TaskDefinition = "TaskDefinition";
    public const string Service = "Service";
    public const string DeploymentGroup = "DeploymentGroup";
    public const string PipelineRole = "PipelineRole";
    public const string BuildRole = "BuildRole";

    /// <summary>The rule of a listener by which ECS moves traffic itself.</summary>
    public static string Rule(string listener) => $"{listener}Rule";

    public static string LogGroup(int index) => string.Create(CultureInfo.InvariantCulture, $"LogGroup{index + 1}");

    public static string Alarm(int index) => string.Create(CultureInfo.InvariantCulture, $"Alarm{index + 1}");

    /// <summary>A name: the resource's that the template makes, or that of one that is there.</summary>
    public static JsonNode Name(EnvironmentResource resource, string id) => resource.IsExisting ? JsonValue.Create(resource.Name) : TemplateValue.Ref(id);

    public static JsonNode RoleArn(EnvironmentResource role, string id, TemplatePlace place) =>
        !role.IsExisting ? TemplateValue.Attribute(id, "Arn")
        : ArnText.IsArn(role.Name) ? JsonValue.Create(role.Name)
        : place.Text(place.Place.RoleArn(role.Name));

    public static JsonNode LoadBalancerArn(BlueGreenEnvironment environment) => TemplateValue.Ref(environment.LoadBalancer.IsExisting ? ExistingLoadBalancer : LoadBalancer);
}
