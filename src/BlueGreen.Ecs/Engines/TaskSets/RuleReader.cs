using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;
using BlueGreen.Ecs.Planning;
using BlueGreen.Ecs.Watching;

namespace BlueGreen.Ecs.Engines.TaskSets;

/// <summary>Reads load balancers: rules, the listeners beside them, target health.</summary>
internal sealed class RuleReader(IAmazonElasticLoadBalancingV2 balancing, ReadBudgets budgets, TimeProvider clock)
{
    /// <returns>The rule, or <see langword="null"/> when it is gone.</returns>
    public async Task<Rule?> FindAsync(string? ruleArn, CancellationToken cancellationToken)
    {
        if (ruleArn is null)
        {
            return null;
        }

        await budgets.LoadBalancing.TakeAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var request = new DescribeRulesRequest { RuleArns = [ruleArn] };
            var response = await PatientCalls.CallAsync("elasticloadbalancing:DescribeRules", () => balancing.DescribeRulesAsync(request, cancellationToken), clock, cancellationToken).ConfigureAwait(false);
            return response.Rules?.FirstOrDefault();
        }
        catch (AwsCallException exception) when (exception.InnerException is RuleNotFoundException or ListenerNotFoundException)
        {
            return null;
        }
    }

    /// <summary>All rules of all listeners of the load balancers that send to a target group.</summary>
    public async Task<IReadOnlyList<Rule>> ReadAroundAsync(string targetGroupArn, CancellationToken cancellationToken)
    {
        var groups = await ReadGroupsAsync([targetGroupArn], cancellationToken).ConfigureAwait(false);
        var rules = new List<Rule>();
        foreach (var balancer in groups.SelectMany(group => group.LoadBalancerArns ?? []))
        {
            await foreach (var listener in ListenersAsync(balancer, cancellationToken).ConfigureAwait(false))
            {
                rules.AddRange(await ListenerRules.ReadAsync(balancing, listener.ListenerArn, cancellationToken).ConfigureAwait(false));
            }
        }

        return rules;
    }

    public async Task<IReadOnlyList<TargetGroup>> ReadGroupsAsync(IEnumerable<string> arns, CancellationToken cancellationToken)
    {
        var request = new DescribeTargetGroupsRequest { TargetGroupArns = [.. arns] };
        var response = await PatientCalls.CallAsync("elasticloadbalancing:DescribeTargetGroups", () => balancing.DescribeTargetGroupsAsync(request, cancellationToken), clock, cancellationToken).ConfigureAwait(false);
        return response.TargetGroups ?? [];
    }

    /// <summary>How many targets of a target group are healthy; none without a group.</summary>
    public async Task<int> CountHealthyAsync(string? targetGroupArn, CancellationToken cancellationToken)
    {
        if (targetGroupArn is null)
        {
            return 0;
        }

        await budgets.LoadBalancing.TakeAsync(cancellationToken).ConfigureAwait(false);
        var request = new DescribeTargetHealthRequest { TargetGroupArn = targetGroupArn };
        var response = await PatientCalls.CallAsync("elasticloadbalancing:DescribeTargetHealth", () => balancing.DescribeTargetHealthAsync(request, cancellationToken), clock, cancellationToken).ConfigureAwait(false);
        return (response.TargetHealthDescriptions ?? []).Count(target => target.TargetHealth?.State == TargetHealthStateEnum.Healthy);
    }

    private async IAsyncEnumerable<Listener> ListenersAsync(string balancer, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? marker = null;
        do
        {
            var request = new DescribeListenersRequest { LoadBalancerArn = balancer, Marker = marker };
            var response = await PatientCalls.CallAsync("elasticloadbalancing:DescribeListeners", () => balancing.DescribeListenersAsync(request, cancellationToken), clock, cancellationToken).ConfigureAwait(false);
            foreach (var listener in response.Listeners ?? [])
            {
                yield return listener;
            }

            marker = response.NextMarker;
        }
        while (!string.IsNullOrEmpty(marker));
    }
}
