using System.Globalization;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.ElasticLoadBalancing;

/// <summary>How many of each there may be, as AWS's defaults are for Application Load Balancers.</summary>
internal static class Quotas
{
    private const int LoadBalancersPerRegion = 50;
    private const int TargetGroupsPerRegion = 3000;
    private const int ListenersPerLoadBalancer = 50;
    private const int RulesPerLoadBalancer = 100;
    private const int TargetGroupsPerLoadBalancer = 100;
    private const int TargetsPerTargetGroup = 1000;
    private const int TargetsPerLoadBalancer = 1000;

    private static readonly (string Name, int Max)[] Limits =
    [
        ("application-load-balancers", LoadBalancersPerRegion),
        ("listeners-per-application-load-balancer", ListenersPerLoadBalancer),
        ("rules-per-application-load-balancer", RulesPerLoadBalancer),
        ("target-groups", TargetGroupsPerRegion),
        ("target-groups-per-action-on-application-load-balancer", RuleActions.MostTargetGroups),
        ("target-groups-per-application-load-balancer", TargetGroupsPerLoadBalancer),
        ("targets-per-application-load-balancer", TargetsPerLoadBalancer),
        ("targets-per-target-group", TargetsPerTargetGroup),
    ];

    public static JsonObject Describe(LoadBalancing state, JsonObject request) => Paging.Page(request, "Limits", Limits,
        limit => new JsonObject { ["Name"] = limit.Name, ["Max"] = limit.Max.ToString(CultureInfo.InvariantCulture) });

    public static void RequireLoadBalancer(LoadBalancing state) =>
        Require(state.LoadBalancers.Count < LoadBalancersPerRegion, "TooManyLoadBalancers", $"The maximum number of load balancers has been reached: {LoadBalancersPerRegion}");

    public static void RequireTargetGroup(LoadBalancing state) =>
        Require(state.TargetGroups.Count < TargetGroupsPerRegion, "TooManyTargetGroups", $"The maximum number of target groups has been reached: {TargetGroupsPerRegion}");

    public static void RequireListener(LoadBalancing state, string loadBalancerArn) =>
        Require(Listeners(state, loadBalancerArn).Count() < ListenersPerLoadBalancer, "TooManyListeners",
            $"The maximum number of listeners on load balancer '{loadBalancerArn}' has been reached: {ListenersPerLoadBalancer}");

    /// <summary>Default rules do not count.</summary>
    public static void RequireRule(LoadBalancing state, string loadBalancerArn) =>
        Require(Listeners(state, loadBalancerArn).Sum(listener => listener.Rules.Count) < RulesPerLoadBalancer, "TooManyRules",
            $"The maximum number of rules on load balancer '{loadBalancerArn}' has been reached: {RulesPerLoadBalancer}");

    public static void RequireTargetGroupsBehind(LoadBalancing state, string loadBalancerArn, RuleActions actions)
    {
        var groups = Groups(state, loadBalancerArn).Concat(actions.Weights.Select(group => group.TargetGroupArn)).Distinct(StringComparer.Ordinal);
        Require(groups.Count() <= TargetGroupsPerLoadBalancer, "TooManyUniqueTargetGroupsPerLoadBalancer",
            $"The maximum number of target groups behind load balancer '{loadBalancerArn}' has been reached: {TargetGroupsPerLoadBalancer}");
    }

    public static void RequireTargets(LoadBalancing state, TargetGroup group, int added)
    {
        Require(group.Targets.Count + added <= TargetsPerTargetGroup, "TooManyTargets",
            $"The maximum number of targets in target group '{group.Arn}' has been reached: {TargetsPerTargetGroup}");
        foreach (var balancer in state.LoadBalancersOf(group.Arn).ToList())
        {
            var targets = Groups(state, balancer).Distinct(StringComparer.Ordinal).Sum(arn => state.TargetGroup(arn).Targets.Count);
            Require(targets + added <= TargetsPerLoadBalancer, "TooManyTargets",
                $"The maximum number of targets behind load balancer '{balancer}' has been reached: {TargetsPerLoadBalancer}");
        }
    }

    private static IEnumerable<Listener> Listeners(LoadBalancing state, string loadBalancerArn) =>
        state.Listeners.Values.Where(listener => string.Equals(listener.LoadBalancerArn, loadBalancerArn, StringComparison.Ordinal));

    private static IEnumerable<string> Groups(LoadBalancing state, string loadBalancerArn) => Listeners(state, loadBalancerArn)
        .SelectMany(listener => listener.AllRules).SelectMany(rule => rule.Actions.Weights).Select(group => group.TargetGroupArn);

    private static void Require(bool isWithin, string code, string message)
    {
        if (!isWithin)
        {
            throw new AwsErrorException(code, message);
        }
    }
}
