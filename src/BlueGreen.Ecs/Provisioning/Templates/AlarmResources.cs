using System.Text.Json.Nodes;
using BlueGreen.Ecs.Provisioning.Parts;
using static BlueGreen.Ecs.Provisioning.Templates.TemplateValue;

namespace BlueGreen.Ecs.Provisioning.Templates;

/// <summary>The alarms. Pure.</summary>
internal static class AlarmResources
{
    public static IEnumerable<TemplateResource> Of(BlueGreenEnvironment environment) =>
        environment.Alarms.Index().Where(alarm => !alarm.Item.IsExisting).Select(alarm => Of(environment, alarm.Item, TemplateIds.Alarm(alarm.Index)));

    public static JsonNode Name(EnvironmentAlarm alarm, int index) => alarm.IsExisting ? JsonValue.Create(alarm.Name) : Ref(TemplateIds.Alarm(index));

    private static TemplateResource Of(BlueGreenEnvironment environment, EnvironmentAlarm alarm, string id) => new(id, "AWS::CloudWatch::Alarm", Object(
        ("AlarmName", alarm.Name),
        ("Namespace", AlarmPart.Namespace),
        ("MetricName", alarm.Metric),
        ("Dimensions", List(Object(("Name", "LoadBalancer"), ("Value", LoadBalancer(environment))))),
        ("Statistic", alarm.Statistic),
        ("Period", (int)alarm.Period.TotalSeconds),
        ("EvaluationPeriods", alarm.Periods),
        ("Threshold", alarm.Threshold),
        ("ComparisonOperator", "GreaterThanThreshold"),
        ("TreatMissingData", "notBreaching"),
        ("Tags", Tags(environment))));

    private static JsonObject LoadBalancer(BlueGreenEnvironment environment) => environment.LoadBalancer.IsExisting
        ? Behind(":loadbalancer/", Ref(TemplateIds.ExistingLoadBalancer))
        : Attribute(TemplateIds.LoadBalancer, "LoadBalancerFullName");
}
