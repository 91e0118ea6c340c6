using System.Text.Json.Nodes;
using static BlueGreen.Ecs.Provisioning.Templates.TemplateValue;

namespace BlueGreen.Ecs.Provisioning.Templates;

/// <summary>Security groups and the load balancer. Pure.</summary>
internal static class NetworkResources
{
    private const string GroupType = "AWS::EC2::SecurityGroup";

    public static IEnumerable<TemplateResource> Of(BlueGreenEnvironment environment)
    {
        if (HasLoadBalancerGroup(environment))
        {
            yield return new(TemplateIds.LoadBalancerGroup, GroupType, Group(environment, PartNames.LoadBalancerGroup(environment), $"Admits users to the load balancer of {environment.Name}", Listeners(environment).Select(listener => Object(
                ("IpProtocol", "tcp"), ("FromPort", listener.Port), ("ToPort", listener.Port), ("CidrIp", environment.Network.AdmittedRange)))));
        }

        if (HasTaskGroup(environment))
        {
            yield return new(TemplateIds.TaskGroup, GroupType, Group(environment, PartNames.TaskGroup(environment), $"Admits the load balancer to the tasks of {environment.Name}", LoadBalancerGroups(environment).Select(group => Object(
                ("IpProtocol", "tcp"), ("FromPort", environment.Service.ContainerPort), ("ToPort", environment.Service.ContainerPort), ("SourceSecurityGroupId", group)))));
        }

        if (!environment.LoadBalancer.IsExisting)
        {
            yield return new(TemplateIds.LoadBalancer, "AWS::ElasticLoadBalancingV2::LoadBalancer", Object(
                ("Name", environment.LoadBalancer.Name),
                ("Type", "application"),
                ("Scheme", environment.IsInternal ? "internal" : "internet-facing"),
                ("Subnets", Ref(TemplateIds.Subnets)),
                ("SecurityGroups", List(LoadBalancerGroups(environment))),
                ("Tags", Tags(environment))));
        }
    }

    /// <summary>Where tasks with addresses of their own are; nothing for others.</summary>
    public static JsonObject? Tasks(BlueGreenEnvironment environment) => environment.TaskDefinition.NetworkMode != NetworkMode.Awsvpc ? null : Object(
        ("Subnets", Ref(environment.Network.TaskSubnets.Count > 0 ? TemplateIds.TaskSubnets : TemplateIds.Subnets)),
        ("SecurityGroups", List(HasTaskGroup(environment) ? [Attribute(TemplateIds.TaskGroup, "GroupId")] : environment.Network.TaskSecurityGroups.Select(group => (JsonNode)group))),
        ("AssignPublicIp", environment.Network.AssignPublicIp ? "ENABLED" : "DISABLED"));

    public static bool NeedsLoadBalancerGroup(BlueGreenEnvironment environment) =>
        environment.LoadBalancer.IsExisting && HasTaskGroup(environment) && environment.Network.LoadBalancerSecurityGroups.Count == 0;

    private static bool HasLoadBalancerGroup(BlueGreenEnvironment environment) => !environment.LoadBalancer.IsExisting && environment.Network.LoadBalancerSecurityGroups.Count == 0;

    private static bool HasTaskGroup(BlueGreenEnvironment environment) => environment.TaskDefinition.NetworkMode == NetworkMode.Awsvpc && environment.Network.TaskSecurityGroups.Count == 0;

    private static IEnumerable<EnvironmentListener> Listeners(BlueGreenEnvironment environment) => new[] { environment.ProductionListener, environment.TestListener }.OfType<EnvironmentListener>();

    private static IEnumerable<JsonNode> LoadBalancerGroups(BlueGreenEnvironment environment) =>
        environment.Network.LoadBalancerSecurityGroups.Count > 0 ? environment.Network.LoadBalancerSecurityGroups.Select(group => (JsonNode)group)
        : environment.LoadBalancer.IsExisting ? [Ref(TemplateIds.ExistingLoadBalancerGroup)]
        : [Attribute(TemplateIds.LoadBalancerGroup, "GroupId")];

    private static JsonObject Group(BlueGreenEnvironment environment, string name, string description, IEnumerable<JsonObject> admitted) => Object(
        ("GroupName", name),
        ("GroupDescription", description),
        ("VpcId", Ref(TemplateIds.Vpc)),
        ("SecurityGroupIngress", List(admitted)),
        ("Tags", Tags(environment)));
}
