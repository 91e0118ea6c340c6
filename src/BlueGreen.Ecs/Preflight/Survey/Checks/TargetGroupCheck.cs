using System.Globalization;
using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Preflight.Survey.Checks;

/// <summary>BG310 to BG314 and BG319: the target groups fit the tasks, the load balancer and each other.</summary>
internal sealed class TargetGroupCheck : ISurveyCheck
{
    private static readonly TargetTypeEnum Ip = TargetTypeEnum.Ip;

    public IEnumerable<Finding> Check(Surroundings around) => around.Balancer.Groups switch
    {
        null => [],
        { IsMissing: true } => [new("BG314", FindingSeverity.Error, string.Join(", ", around.Plan.Traffic.TargetGroups), "One of the two target groups does not exist.", "Create it again, or name another one in the deployment group or the service.")],
        { Value: { } groups } => [.. groups.SelectMany(group => Check(group, around)), .. Pair(groups)],
        _ => [],
    };

    private static IEnumerable<Finding> Check(TargetGroup group, Surroundings around)
    {
        var isAwsvpc = around.Plan.TaskDefinition.NetworkMode == NetworkMode.Awsvpc;
        if (isAwsvpc && group.TargetType != Ip)
        {
            yield return new("BG310", FindingSeverity.Error, group.TargetGroupArn, $"The target group's targets are of type {group.TargetType}; tasks of the network mode awsvpc register by address.", "Make a target group of type ip; the type of one that exists cannot be changed.");
        }

        if (isAwsvpc && HealthPort(group) is { } port && !Ports(around.Plan).Contains(port))
        {
            yield return new("BG311", FindingSeverity.Warning, group.TargetGroupArn, FormattableString.Invariant($"Health checks go to port {port}, which no container maps; the containers map {string.Join(", ", Ports(around.Plan))}."), "Let the health check's port be traffic-port, or map the port.");
        }

        if (around.Network.VpcId is { } vpc && group.VpcId is { } other && other != vpc)
        {
            yield return new("BG312", FindingSeverity.Error, group.TargetGroupArn, $"The target group is of {other}, the tasks' subnets are of {vpc}; the tasks cannot be registered there.", "Make the target group in the tasks' VPC, or choose other subnets.");
        }

        if (ListenerRules.BalancerOf(around.Plan.Traffic.ProductionListenerArn) is { } balancer && group.LoadBalancerArns is { Count: > 0 } used && !used.Contains(balancer))
        {
            yield return new("BG313", FindingSeverity.Error, group.TargetGroupArn, $"The target group is behind another load balancer, {used[0]}; a target group can be behind one only.", "Give this service a target group of its own.");
        }
    }

    private static IEnumerable<Finding> Pair(IReadOnlyList<TargetGroup> groups)
    {
        if (groups is [var one, var other] && Describe(one) is var first && Describe(other) is var second && first != second)
        {
            yield return new("BG319", FindingSeverity.Warning, $"{one.TargetGroupName}, {other.TargetGroupName}", $"The two target groups differ: {first} and {second}. Which one holds the new version alternates, so that a deployment may fail and the same one succeed next time.", "Give both the same settings.");
        }
    }

    private static string Describe(TargetGroup group) => FormattableString.Invariant($"{group.Protocol}, health check {group.HealthCheckProtocol} {group.HealthCheckPath} on {group.HealthCheckPort}, {group.Matcher?.HttpCode ?? group.Matcher?.GrpcCode}");

    private static int? HealthPort(TargetGroup group) => int.TryParse(group.HealthCheckPort, NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : null;

    private static IEnumerable<int> Ports(DeploymentPlan plan) => plan.TaskDefinition.ContainerDefinitions.SelectMany(container => container.PortMappings).Select(mapping => mapping.ContainerPort).OfType<int>();
}
