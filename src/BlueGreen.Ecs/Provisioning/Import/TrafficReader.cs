using Amazon.ECS.Model;
using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;
using BlueGreen.Ecs.Engines.CodeDeploy;
using BlueGreen.Ecs.Planning;
using LoadBalancer = Amazon.ECS.Model.LoadBalancer;

namespace BlueGreen.Ecs.Provisioning.Import;

/// <summary>Reads the pair of target groups of a service, and the listeners before them: where its controller names them, else by what forwards to the group that serves.</summary>
internal sealed class TrafficReader(IAmazonElasticLoadBalancingV2 balancing)
{
    private static readonly Dictionary<string, string> Usual = new(StringComparer.Ordinal)
    {
        ["deregistration_delay.timeout_seconds"] = "300",
        ["stickiness.enabled"] = "false",
        ["slow_start.duration_seconds"] = "0",
        ["load_balancing.algorithm.type"] = "round_robin",
        ["idle_timeout.timeout_seconds"] = "60",
        ["deletion_protection.enabled"] = "false",
        ["access_logs.s3.enabled"] = "false",
    };

    /// <exception cref="ServiceNotImportableException">It has no load balancer, or no second target group.</exception>
    public async Task<ImportedTraffic> ReadAsync(ServiceReference reference, Service service, ServiceGroup? group, CancellationToken cancellationToken)
    {
        var entry = EntryOf(service) ?? throw new ServiceNotImportableException(reference, "The service has no target group of a load balancer, and without one no traffic can be moved between two versions. Give it one.");
        var serving = (await GroupsAsync(new() { TargetGroupArns = [entry.TargetGroupArn] }, cancellationToken).ConfigureAwait(false))[0];
        var arn = serving.LoadBalancerArns?.FirstOrDefault()
            ?? throw new ServiceNotImportableException(reference, $"No listener forwards to its target group {serving.TargetGroupArn}. Give it one.");
        var response = await AwsCalls.CallAsync("elasticloadbalancing:DescribeLoadBalancers", balancing.DescribeLoadBalancersAsync(new() { LoadBalancerArns = [arn] }, cancellationToken)).ConfigureAwait(false);
        var listeners = await ListenersAsync(arn, cancellationToken).ConfigureAwait(false);
        var pair = await PairAsync(reference, entry, group, serving, listeners, cancellationToken).ConfigureAwait(false);
        var named = NamedListeners(entry, group);
        var production = Find(listeners, named.Production) ?? listeners.FirstOrDefault(one => pair.TrueForAll(target => one.ForwardsTo(target.TargetGroupArn))) ?? listeners.First(one => one.ForwardsTo(serving.TargetGroupArn));
        var test = named.Production is not null ? Find(listeners, named.Test) : listeners.FirstOrDefault(one => one != production && pair.Exists(target => one.ForwardsTo(target.TargetGroupArn)));
        return new()
        {
            Balancer = response.LoadBalancers[0],
            Listeners = listeners,
            Production = production,
            Test = test,
            Blue = pair[0],
            Green = pair[1],
            Attributes = await AttributesAsync(arn, pair, cancellationToken).ConfigureAwait(false),
        };
    }

    /// <summary>Every listener of a load balancer, with its rules.</summary>
    public async Task<IReadOnlyList<ImportedListener>> ListenersAsync(string balancerArn, CancellationToken cancellationToken)
    {
        var (listeners, marker) = (new List<ImportedListener>(), (string?)null);
        do
        {
            var request = new DescribeListenersRequest { LoadBalancerArn = balancerArn, Marker = marker };
            var page = await AwsCalls.CallAsync("elasticloadbalancing:DescribeListeners", balancing.DescribeListenersAsync(request, cancellationToken)).ConfigureAwait(false);
            foreach (var listener in page.Listeners ?? [])
            {
                listeners.Add(new(listener, await ListenerRules.ReadAsync(balancing, listener.ListenerArn, cancellationToken).ConfigureAwait(false)));
            }

            marker = page.NextMarker;
        }
        while (!string.IsNullOrEmpty(marker));

        return listeners;
    }

    private static LoadBalancer? EntryOf(Service service)
    {
        var entries = Parts.ServiceLook.Primary(service)?.LoadBalancers is { Count: > 0 } own ? own : service.LoadBalancers;
        return entries?.Find(one => one.AdvancedConfiguration is not null && one.TargetGroupArn is not null) ?? entries?.Find(one => one.TargetGroupArn is not null);
    }

    private static (string? Production, string? Test) NamedListeners(LoadBalancer entry, ServiceGroup? group) => group is not null
        ? (group.Info.LoadBalancerInfo.ProductionListener, group.Info.LoadBalancerInfo.TestListener)
        : (ListenerRules.ListenerOf(entry.AdvancedConfiguration?.ProductionListenerRule), ListenerRules.ListenerOf(entry.AdvancedConfiguration?.TestListenerRule));

    private static ImportedListener? Find(IReadOnlyList<ImportedListener> listeners, string? arn) => arn is null ? null : listeners.FirstOrDefault(one => one.Arn == arn);

    private async Task<List<TargetGroup>> PairAsync(ServiceReference reference, LoadBalancer entry, ServiceGroup? group, TargetGroup serving, IReadOnlyList<ImportedListener> listeners, CancellationToken cancellationToken)
    {
        if (group is not null)
        {
            var names = group.Info.LoadBalancerInfo.TargetGroups;
            return names.Count == 2
                ? InOrder(await GroupsAsync(new() { Names = [.. names] }, cancellationToken).ConfigureAwait(false), target => names[0] == target.TargetGroupName)
                : throw new ServiceNotImportableException(reference, $"The deployment group {group.Target} names {names.Count} target groups, not two. Give it two.");
        }

        var other = entry.AdvancedConfiguration?.AlternateTargetGroupArn
            ?? listeners.SelectMany(one => one.Rules).Select(rule => ListenerRules.Weights(rule.Actions).Keys)
                .Where(arns => arns.Contains(serving.TargetGroupArn, StringComparer.Ordinal)).SelectMany(arns => arns).FirstOrDefault(arn => arn != serving.TargetGroupArn)
            ?? throw new ServiceNotImportableException(reference, $"No listener rule forwards to {serving.TargetGroupArn} and to a second target group, where the next version could serve. Have the production rule forward to both, with weight 0 for the second.");
        return InOrder(await GroupsAsync(new() { TargetGroupArns = [entry.TargetGroupArn, other] }, cancellationToken).ConfigureAwait(false), target => target.TargetGroupArn == entry.TargetGroupArn);
    }

    private static List<TargetGroup> InOrder(List<TargetGroup> groups, Func<TargetGroup, bool> isFirst) => [.. groups.OrderByDescending(isFirst)];

    private async Task<List<TargetGroup>> GroupsAsync(DescribeTargetGroupsRequest request, CancellationToken cancellationToken) =>
        (await AwsCalls.CallAsync("elasticloadbalancing:DescribeTargetGroups", balancing.DescribeTargetGroupsAsync(request, cancellationToken)).ConfigureAwait(false)).TargetGroups ?? [];

    private async Task<IReadOnlyList<(string Arn, string Setting, string Value)>> AttributesAsync(string balancerArn, List<TargetGroup> pair, CancellationToken cancellationToken)
    {
        var found = new List<(string Arn, string Setting, string Value)>();
        var balancer = await AwsCalls.CallAsync("elasticloadbalancing:DescribeLoadBalancerAttributes", balancing.DescribeLoadBalancerAttributesAsync(new() { LoadBalancerArn = balancerArn }, cancellationToken)).ConfigureAwait(false);
        found.AddRange((balancer.Attributes ?? []).Select(one => (balancerArn, one.Key, one.Value)));
        foreach (var arn in pair.Select(target => target.TargetGroupArn))
        {
            var group = await AwsCalls.CallAsync("elasticloadbalancing:DescribeTargetGroupAttributes", balancing.DescribeTargetGroupAttributesAsync(new() { TargetGroupArn = arn }, cancellationToken)).ConfigureAwait(false);
            found.AddRange((group.Attributes ?? []).Select(one => (arn, one.Key, one.Value)));
        }

        return [.. found.Where(one => Usual.TryGetValue(one.Setting, out var usual) && usual != one.Value)];
    }
}
