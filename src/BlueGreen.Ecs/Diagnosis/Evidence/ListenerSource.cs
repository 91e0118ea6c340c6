using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Diagnosis.Evidence;

/// <summary>Where the listeners with production traffic forward now.</summary>
internal sealed class ListenerSource(IAmazonElasticLoadBalancingV2 balancing)
{
    public async Task<IReadOnlyList<ListenerSeen>?> ReadAsync(IReadOnlyList<string> listeners, IReadOnlyList<string> pair, CancellationToken cancellationToken)
    {
        var own = pair.Select(TargetGroupArn.NameOf).ToHashSet(StringComparer.Ordinal);
        var seen = new List<ListenerSeen>();
        foreach (var arn in listeners.Distinct(StringComparer.Ordinal))
        {
            seen.Add(await ReadAsync(arn, own, cancellationToken).ConfigureAwait(false));
        }

        return seen;
    }

    private async Task<ListenerSeen> ReadAsync(string arn, HashSet<string> own, CancellationToken cancellationToken)
    {
        try
        {
            return Seen(arn, own, await ForwardsAsync(arn, cancellationToken).ConfigureAwait(false));
        }
        catch (AwsCallException exception) when (Reading.IsGone(exception))
        {
            return new(arn, [], HasOwn: false, IsThere: false);
        }
    }

    // Another rule of the same listener may well serve something else; only rules that name one of the own groups must not name others.
    private static ListenerSeen Seen(string arn, HashSet<string> own, IReadOnlyList<IReadOnlyDictionary<string, int>> rules)
    {
        var named = rules.Select(rule => rule.Where(group => group.Value > 0).Select(group => TargetGroupArn.NameOf(group.Key)).ToList()).ToList();
        var mine = named.Where(rule => rule.Exists(own.Contains)).ToList();
        return new(arn, [.. (mine.Count > 0 ? mine : named).SelectMany(rule => rule).Where(group => !own.Contains(group)).Distinct(StringComparer.Ordinal)], mine.Count > 0);
    }

    private async Task<IReadOnlyList<IReadOnlyDictionary<string, int>>> ForwardsAsync(string arn, CancellationToken cancellationToken)
    {
        if (arn.Contains(":listener/net/", StringComparison.Ordinal))
        {
            var listeners = await AwsCalls.CallAsync("elasticloadbalancing:DescribeListeners", balancing.DescribeListenersAsync(new() { ListenerArns = [arn] }, cancellationToken)).ConfigureAwait(false);
            return [.. (listeners.Listeners ?? []).Select(listener => ListenerRules.Weights(listener.DefaultActions))];
        }

        var rules = arn.Contains(":listener-rule/", StringComparison.Ordinal)
            ? (await AwsCalls.CallAsync("elasticloadbalancing:DescribeRules", balancing.DescribeRulesAsync(new DescribeRulesRequest { RuleArns = [arn] }, cancellationToken)).ConfigureAwait(false)).Rules ?? []
            : await ListenerRules.ReadAsync(balancing, arn, cancellationToken).ConfigureAwait(false);
        return [.. rules.Select(rule => ListenerRules.Weights(rule.Actions))];
    }
}
