using BlueGreen.Ecs.Simulator.Services.Ecs;

namespace BlueGreen.Ecs.Simulator.Services.CodeDeploy;

/// <summary>Reads and writes the weights of a group's production listener.</summary>
internal static class ProductionTraffic
{
    public const string OnlyGradualOnApplication =
        "Only ALB supports gradual traffic routing, use AllAtOnce Traffic routing instead when you create/update Deployment group";

    /// <returns>The load balancer of a listener, as both have it in their ARNs.</returns>
    public static string LoadBalancerOf(string listenerArn) =>
        listenerArn[..listenerArn.LastIndexOf('/')].Replace(":listener/", ":loadbalancer/", StringComparison.Ordinal);

    /// <summary>Whether the listener is a Network Load Balancer's, which moves all traffic at once.</summary>
    public static bool IsOfNetwork(string listenerArn) => listenerArn.Contains(":listener/net/", StringComparison.Ordinal);

    /// <returns>Whether a target group is behind a load balancer that is not the listener's, so that the listener cannot forward to it.</returns>
    public static bool IsElsewhere(CodeDeployState state, string targetGroupArn, string listenerArn) =>
        state.Region.LoadBalancing.LoadBalancersOf(targetGroupArn).Any(balancer => balancer != LoadBalancerOf(listenerArn));

    /// <returns>The other target group of the pair, or <see langword="null"/> where this one is not in it.</returns>
    public static string? FindOther(CodeDeployState state, GroupSettings settings, string targetGroupArn)
    {
        var pair = settings.TargetGroupNames.Select(state.Region.LoadBalancing.FindTargetGroupArn).ToList();
        return pair.Contains(targetGroupArn, StringComparer.Ordinal) ? pair.Find(arn => arn != targetGroupArn) : null;
    }

    /// <returns>A task set's target group.</returns>
    public static string TargetGroupOf(TaskSet set) => set.Targets.Select(target => target.TargetGroupArn).FirstOrDefault() ?? string.Empty;

    /// <summary>Gives green its share; blue keeps the rest, and stays listed also with nothing.</summary>
    public static void Set(CodeDeployState state, Deployment deployment, int greenPercent)
    {
        var (blue, green) = (TargetGroupOf(deployment.Blue!), TargetGroupOf(deployment.Green!));
        state.Region.LoadBalancing.SetForward(deployment.Settings.ProductionListener, [(green, greenPercent), (blue, 100 - greenPercent)]);
        deployment.GreenWeight = greenPercent;
        deployment.UpdatedAt = state.World.Now;
    }

    /// <summary>Lists both target groups of the pair, all traffic staying where it is, so that the idle one is health-checked.</summary>
    public static void Weigh(CodeDeployState state, GroupSettings settings)
    {
        var weights = state.Region.LoadBalancing.ForwardWeights(settings.ProductionListener);
        var pair = settings.TargetGroupNames.Select(name => state.Region.LoadBalancing.FindTargetGroupArn(name)!).ToList();
        var serving = pair.Find(arn => weights.GetValueOrDefault(arn) > 0);
        if (serving is not null && !pair.TrueForAll(weights.ContainsKey))
        {
            state.Region.LoadBalancing.SetForward(settings.ProductionListener, [(serving, 100), (pair.Find(arn => arn != serving)!, 0)]);
        }
    }
}
