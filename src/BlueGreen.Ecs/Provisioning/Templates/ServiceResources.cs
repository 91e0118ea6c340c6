using System.Text.Json.Nodes;
using BlueGreen.Ecs.Engines.EcsNative;
using BlueGreen.Ecs.Provisioning.Parts;
using static BlueGreen.Ecs.Provisioning.Templates.TemplateValue;

namespace BlueGreen.Ecs.Provisioning.Templates;

/// <summary>The service, and with the controller <c>EXTERNAL</c> its first task set. Pure.</summary>
internal static class ServiceResources
{
    private const string FirstTaskSet = "TaskSet";

    public static IEnumerable<TemplateResource> Of(BlueGreenEnvironment environment, TemplatePlace place)
    {
        var isExternal = environment.Service.Controller == EnvironmentController.External;
        yield return new(TemplateIds.Service, "AWS::ECS::Service", Object([
            ("Cluster", Cluster(environment)),
            ("ServiceName", environment.Service.Name),
            ("DesiredCount", Ref(TemplateIds.DesiredCount)),
            ("DeploymentController", Object(("Type", ServiceRequests.ControllerOf(environment.Service.Controller).Value))),
            .. isExternal ? [] : Version(environment, place, "AwsvpcConfiguration"),
            ("DeploymentConfiguration", environment.Service.Controller == EnvironmentController.EcsNative ? Configuration(environment) : null),
            ("Tags", Tags(environment)),
        ]))
        {
            DependsOn = [.. TrafficResources.BeforeService(environment), .. environment.Alarms.Index().Where(alarm => !alarm.Item.IsExisting && environment.Service.Controller == EnvironmentController.EcsNative).Select(alarm => TemplateIds.Alarm(alarm.Index))],
        };
        if (isExternal)
        {
            yield return new(FirstTaskSet, "AWS::ECS::TaskSet", Object([
                ("Cluster", Cluster(environment)),
                ("Service", Ref(TemplateIds.Service)),
                ("ExternalId", environment.Name),
                .. Version(environment, place, "AwsVpcConfiguration"),
                ("Scale", Object(("Unit", "PERCENT"), ("Value", 100))),
                ("Tags", Tags(environment)),
            ]));
            yield return new("PrimaryTaskSet", "AWS::ECS::PrimaryTaskSet", Object(
                ("Cluster", Cluster(environment)),
                ("Service", Ref(TemplateIds.Service)),
                ("TaskSetId", Attribute(FirstTaskSet, "Id"))));
        }
    }

    private static JsonNode Cluster(BlueGreenEnvironment environment) => TemplateIds.Name(environment.Cluster, TemplateIds.Cluster);

    // What a task set has where there is one, and else the service; the two spell their network differently.
    private static (string, JsonNode?)[] Version(BlueGreenEnvironment environment, TemplatePlace place, string network) =>
    [
        ("TaskDefinition", Ref(TemplateIds.TaskDefinition)),
        ("LaunchType", ServiceRequests.LaunchTypeOf(environment).Value),
        ("NetworkConfiguration", NetworkResources.Tasks(environment) is { } tasks ? Object((network, tasks)) : null),
        ("LoadBalancers", List(Object(
            ("TargetGroupArn", Ref(TemplateIds.Blue)),
            ("ContainerName", environment.Service.ContainerName),
            ("ContainerPort", environment.Service.ContainerPort),
            ("AdvancedConfiguration", environment.Service.Controller != EnvironmentController.EcsNative ? null : Object(
                ("AlternateTargetGroupArn", Ref(TemplateIds.Green)),
                ("ProductionListenerRule", Ref(TemplateIds.Rule(TemplateIds.Production))),
                ("TestListenerRule", environment.TestListener is null ? null : Ref(TemplateIds.Rule(TemplateIds.Test))),
                ("RoleArn", TemplateIds.RoleArn(environment.TrafficRole!, TemplateIds.TrafficRole, place))))))),
    ];

    private static JsonObject Configuration(BlueGreenEnvironment environment)
    {
        var wanted = environment.Deployments;
        return Object(
            ("Strategy", NativeStrategy.Of(wanted.Shift).Value),
            ("CanaryConfiguration", NativeStrategy.Canary(wanted.Shift) is { } canary ? Object(("CanaryPercent", canary.CanaryPercent), ("CanaryBakeTimeInMinutes", canary.CanaryBakeTimeInMinutes)) : null),
            ("LinearConfiguration", NativeStrategy.Linear(wanted.Shift) is { } linear ? Object(("StepPercent", linear.StepPercent), ("StepBakeTimeInMinutes", linear.StepBakeTimeInMinutes)) : null),
            ("BakeTimeInMinutes", (int)wanted.Bake.TotalMinutes),
            ("DeploymentCircuitBreaker", Object(("Enable", wanted.RollsBack), ("Rollback", wanted.RollsBack))),
            ("Alarms", environment.Alarms.Count == 0 ? null : Object(("AlarmNames", List(environment.Alarms.Select(alarm => (JsonNode)alarm.Name))), ("Enable", true), ("Rollback", wanted.RollsBack))));
    }
}
