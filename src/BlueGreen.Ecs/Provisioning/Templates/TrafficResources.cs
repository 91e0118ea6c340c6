using System.Text.Json.Nodes;
using static BlueGreen.Ecs.Provisioning.Templates.TemplateValue;

namespace BlueGreen.Ecs.Provisioning.Templates;

/// <summary>
/// The target groups, and the listeners with what they forward to. Where ECS moves traffic itself it is a rule for every path that forwards: a template cannot name a listener's default one. Pure.
/// </summary>
internal static class TrafficResources
{
    public static IEnumerable<TemplateResource> Of(BlueGreenEnvironment environment)
    {
        yield return Group(environment, TemplateIds.Blue, environment.TargetGroups.Blue);
        yield return Group(environment, TemplateIds.Green, environment.TargetGroups.Green);
        foreach (var resource in Listener(environment, TemplateIds.Production, environment.ProductionListener))
        {
            yield return resource;
        }

        foreach (var resource in environment.TestListener is { } test ? Listener(environment, TemplateIds.Test, test) : [])
        {
            yield return resource;
        }
    }

    /// <summary>What must be there before a service, which does not name it itself: its target groups are to be behind a load balancer.</summary>
    public static IReadOnlyList<string> BeforeService(BlueGreenEnvironment environment) =>
        IsRuled(environment) ? [] : environment.TestListener is null ? [TemplateIds.Production] : [TemplateIds.Production, TemplateIds.Test];

    private static bool IsRuled(BlueGreenEnvironment environment) => environment.Service.Controller == EnvironmentController.EcsNative;

    private static TemplateResource Group(BlueGreenEnvironment environment, string id, string name)
    {
        var wanted = environment.TargetGroups;
        return new(id, "AWS::ElasticLoadBalancingV2::TargetGroup", Object(
            ("Name", name),
            ("Protocol", wanted.Protocol),
            ("Port", environment.Service.ContainerPort),
            ("VpcId", Ref(TemplateIds.Vpc)),
            ("TargetType", environment.TaskDefinition.NetworkMode == NetworkMode.Awsvpc ? "ip" : "instance"),
            ("HealthCheckPort", "traffic-port"),
            ("HealthCheckPath", wanted.HealthCheckPath),
            ("HealthCheckIntervalSeconds", (int)wanted.HealthCheckInterval.TotalSeconds),
            ("HealthCheckTimeoutSeconds", Parts.TargetGroupPart.TimeoutOf(wanted)),
            ("Matcher", Object(("HttpCode", wanted.HealthyCodes))),
            ("Tags", Tags(environment))));
    }

    private static IEnumerable<TemplateResource> Listener(BlueGreenEnvironment environment, string id, EnvironmentListener listener)
    {
        var forward = Forward(environment, id == TemplateIds.Production);
        yield return new(id, "AWS::ElasticLoadBalancingV2::Listener", Object(
            ("LoadBalancerArn", TemplateIds.LoadBalancerArn(environment)),
            ("Port", listener.Port),
            ("Protocol", listener.Protocol),
            ("Certificates", listener.CertificateArn is { } certificate ? List(Object(("CertificateArn", certificate))) : null),
            ("DefaultActions", List(IsRuled(environment) ? Object(("Type", "fixed-response"), ("FixedResponseConfig", Object(("StatusCode", "404")))) : forward))));
        if (IsRuled(environment))
        {
            yield return new(TemplateIds.Rule(id), "AWS::ElasticLoadBalancingV2::ListenerRule", Object(
                ("ListenerArn", Ref(id)),
                ("Priority", 1),
                ("Conditions", List(Object(("Field", "path-pattern"), ("PathPatternConfig", Object(("Values", List("/*"))))))),
                ("Actions", List(forward))));
        }
    }

    private static JsonObject Forward(BlueGreenEnvironment environment, bool isProduction) => Object(
        ("Type", "forward"),
        ("ForwardConfig", Object(("TargetGroups", List(Parts.ListenerPart.FirstWeights(environment.Service.Controller, isProduction)
            .Select(one => Object(("TargetGroupArn", Ref(one.IsBlue ? TemplateIds.Blue : TemplateIds.Green)), ("Weight", one.Weight))))))));
}
