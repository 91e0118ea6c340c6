using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;
using BlueGreen.Ecs.Planning;
using BlueGreen.Ecs.Watching;

namespace BlueGreen.Ecs.Preflight.Survey;

/// <summary>Looks at the load balancer, its listeners and the target groups.</summary>
internal sealed class BalancerReader(IAmazonElasticLoadBalancingV2 balancing, ReadBudgets budgets, SurveyCalls calls)
{
    public async Task<BalancerFacts> ReadAsync(DeploymentPlan plan, CancellationToken cancellationToken)
    {
        var traffic = plan.Traffic;
        var groups = OrNoneAsync(traffic.TargetGroups.Count > 0, () => GroupsAsync(traffic, cancellationToken), cancellationToken);
        var listeners = OrNoneAsync(traffic.ProductionListenerArn is not null, () => ListenersAsync(traffic, cancellationToken), cancellationToken);
        var balancer = OrNoneAsync(ListenerRules.BalancerOf(traffic.ProductionListenerArn) is not null, () => BalancerAsync(ListenerRules.BalancerOf(traffic.ProductionListenerArn)!, cancellationToken), cancellationToken);
        var health = OrNoneAsync(plan.Service.TargetGroupArn is not null, () => HealthAsync(plan.Service.TargetGroupArn!, cancellationToken), cancellationToken);
        return new(await groups.ConfigureAwait(false), await listeners.ConfigureAwait(false), await balancer.ConfigureAwait(false), await health.ConfigureAwait(false));
    }

    private async Task<T?> OrNoneAsync<T>(bool isNamed, Func<Task<T>> read, CancellationToken cancellationToken)
        where T : class
    {
        if (!isNamed)
        {
            return null;
        }

        await budgets.LoadBalancing.TakeAsync(cancellationToken).ConfigureAwait(false);
        return await read().ConfigureAwait(false);
    }

    private Task<Read<IReadOnlyList<TargetGroup>>> GroupsAsync(PlannedTraffic traffic, CancellationToken cancellationToken) => calls.ReadAsync<IReadOnlyList<TargetGroup>>(
        "elasticloadbalancing:DescribeTargetGroups",
        string.Join(", ", traffic.TargetGroups),
        "whether the target groups fit the tasks",
        async token => (await balancing.DescribeTargetGroupsAsync(new DescribeTargetGroupsRequest { Names = [.. traffic.TargetGroups] }, token).ConfigureAwait(false)).TargetGroups,
        code => code.StartsWith("TargetGroupNotFound", StringComparison.Ordinal),
        cancellationToken);

    private Task<Read<IReadOnlyList<Listener>>> ListenersAsync(PlannedTraffic traffic, CancellationToken cancellationToken) => calls.ReadAsync<IReadOnlyList<Listener>>(
        "elasticloadbalancing:DescribeListeners",
        traffic.ProductionListenerArn!,
        "whether the listeners exist",
        async token => (await balancing.DescribeListenersAsync(new DescribeListenersRequest { ListenerArns = [.. Named(traffic)] }, token).ConfigureAwait(false)).Listeners,
        code => code.StartsWith("ListenerNotFound", StringComparison.Ordinal),
        cancellationToken);

    private Task<Read<LoadBalancer>> BalancerAsync(string arn, CancellationToken cancellationToken) => calls.ReadAsync(
        "elasticloadbalancing:DescribeLoadBalancers",
        arn,
        "whether the load balancer is ready",
        async token => (await balancing.DescribeLoadBalancersAsync(new DescribeLoadBalancersRequest { LoadBalancerArns = [arn] }, token).ConfigureAwait(false)).LoadBalancers?.FirstOrDefault(),
        code => code.StartsWith("LoadBalancerNotFound", StringComparison.Ordinal),
        cancellationToken);

    private Task<Read<IReadOnlyList<TargetHealthDescription>>> HealthAsync(string group, CancellationToken cancellationToken) => calls.ReadAsync<IReadOnlyList<TargetHealthDescription>>(
        "elasticloadbalancing:DescribeTargetHealth",
        group,
        "whether the version that serves is healthy",
        async token => (await balancing.DescribeTargetHealthAsync(new DescribeTargetHealthRequest { TargetGroupArn = group }, token).ConfigureAwait(false)).TargetHealthDescriptions ?? [],
        code => code.StartsWith("TargetGroupNotFound", StringComparison.Ordinal),
        cancellationToken);

    private static IEnumerable<string> Named(PlannedTraffic traffic) => new[] { traffic.ProductionListenerArn, traffic.TestListenerArn }.OfType<string>().Distinct(StringComparer.Ordinal);
}
