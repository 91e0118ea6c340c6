using System.Text.Json.Nodes;
using BlueGreen.Ecs.Engines.CodeDeploy;
using BlueGreen.Ecs.Provisioning.Parts;
using static BlueGreen.Ecs.Provisioning.Templates.TemplateValue;

namespace BlueGreen.Ecs.Provisioning.Templates;

/// <summary>The CodeDeploy application and deployment group. Pure.</summary>
internal static class CodeDeployResources
{
    private const string Application = "Application";
    private const string Config = "DeploymentConfig";

    public static IEnumerable<TemplateResource> Of(BlueGreenEnvironment environment, TemplatePlace place)
    {
        if (environment.CodeDeploy is not { } target)
        {
            yield break;
        }

        yield return new(Application, "AWS::CodeDeploy::Application", Object(("ApplicationName", target.Application), ("ComputePlatform", "ECS"), ("Tags", Tags(environment))));
        var isOwn = environment.Deployments.Configuration is null && !TrafficShift.Predefined.Contains(environment.Deployments.Shift);
        if (isOwn)
        {
            yield return new(Config, "AWS::CodeDeploy::DeploymentConfig", Object(("ComputePlatform", "ECS"), ("TrafficRoutingConfig", Routing(environment.Deployments.Shift))));
        }

        var settings = DeploymentGroupSettings.Of(environment, place.Known);
        yield return new(TemplateIds.DeploymentGroup, "AWS::CodeDeploy::DeploymentGroup", Object(
            ("ApplicationName", Ref(Application)),
            ("DeploymentGroupName", target.DeploymentGroup),
            ("ServiceRoleArn", TemplateIds.RoleArn(environment.TrafficRole!, TemplateIds.TrafficRole, place)),
            ("DeploymentConfigName", isOwn ? Ref(Config) : settings.Configuration),
            ("DeploymentStyle", Object(("DeploymentType", DeploymentGroupSettings.Style.DeploymentType.Value), ("DeploymentOption", DeploymentGroupSettings.Style.DeploymentOption.Value))),
            ("ECSServices", List(Object(("ClusterName", TemplateIds.Name(environment.Cluster, TemplateIds.Cluster)), ("ServiceName", Attribute(TemplateIds.Service, "Name"))))),
            ("LoadBalancerInfo", Object(("TargetGroupPairInfoList", List(Pair(environment))))),
            ("BlueGreenDeploymentConfiguration", Waits(settings)),
            ("AutoRollbackConfiguration", Object(("Enabled", settings.RollBack.Enabled), ("Events", settings.RollBack.Events is { Count: > 0 } events ? List(events.Select(one => (JsonNode)one)) : null))),
            ("AlarmConfiguration", environment.Alarms.Count == 0 ? null : Object(("Enabled", true), ("Alarms", List(environment.Alarms.Index().Select(alarm => Object(("Name", AlarmResources.Name(alarm.Item, alarm.Index)))))))),
            ("Tags", Tags(environment))));
    }

    private static JsonObject Pair(BlueGreenEnvironment environment) => Object(
        ("TargetGroups", List(new[] { TemplateIds.Blue, TemplateIds.Green }.Select(id => Object(("Name", Attribute(id, "TargetGroupName")))))),
        ("ProdTrafficRoute", Route(TemplateIds.Production)),
        ("TestTrafficRoute", environment.TestListener is null ? null : Route(TemplateIds.Test)));

    private static JsonObject Route(string listener) => Object(("ListenerArns", List(Ref(listener))));

    private static JsonObject Waits(DeploymentGroupSettings settings)
    {
        var (ready, end) = (settings.BlueGreen.DeploymentReadyOption, settings.BlueGreen.TerminateBlueInstancesOnDeploymentSuccess);
        return Object(
            ("DeploymentReadyOption", Object(("ActionOnTimeout", ready.ActionOnTimeout.Value), ("WaitTimeInMinutes", ready.WaitTimeInMinutes))),
            ("TerminateBlueInstancesOnDeploymentSuccess", Object(("Action", end.Action.Value), ("TerminationWaitTimeInMinutes", end.TerminationWaitTimeInMinutes))));
    }

    private static JsonObject Routing(TrafficShift shift)
    {
        var routing = DeploymentConfigs.Routing(shift);
        return Object(
            ("Type", routing.Type.Value),
            ("TimeBasedCanary", routing.TimeBasedCanary is { } canary ? Object(("CanaryPercentage", canary.CanaryPercentage), ("CanaryInterval", canary.CanaryInterval)) : null),
            ("TimeBasedLinear", routing.TimeBasedLinear is { } linear ? Object(("LinearPercentage", linear.LinearPercentage), ("LinearInterval", linear.LinearInterval)) : null));
    }
}
