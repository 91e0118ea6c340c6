using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;
using Action = Amazon.ElasticLoadBalancingV2.Model.Action;

namespace BlueGreen.Ecs.Planning;

/// <summary>What listeners and their rules forward to; the same for every engine.</summary>
internal static class ListenerRules
{
    /// <summary>All rules of a listener, the default rule among them.</summary>
    public static async Task<IReadOnlyList<Rule>> ReadAsync(IAmazonElasticLoadBalancingV2 balancing, string listenerArn, CancellationToken cancellationToken)
    {
        var rules = new List<Rule>();
        string? marker = null;
        do
        {
            var request = new DescribeRulesRequest { ListenerArn = listenerArn, Marker = marker };
            var response = await AwsCalls.CallAsync("elasticloadbalancing:DescribeRules", balancing.DescribeRulesAsync(request, cancellationToken)).ConfigureAwait(false);
            rules.AddRange(response.Rules ?? []);
            marker = response.NextMarker;
        }
        while (!string.IsNullOrEmpty(marker));

        return rules;
    }

    /// <summary>The action that forwards; none where the request is answered otherwise.</summary>
    public static Action? Forward(List<Action>? actions) => actions?.Find(action => action.Type == ActionTypeEnum.Forward);

    /// <summary>The target groups to which actions forward, with their weights, by ARN.</summary>
    public static IReadOnlyDictionary<string, int> Weights(List<Action>? actions)
    {
        var forward = Forward(actions);
        return forward?.ForwardConfig?.TargetGroups is { Count: > 0 } groups
            ? groups.ToDictionary(group => group.TargetGroupArn, group => group.Weight ?? 1, StringComparer.Ordinal)
            : forward?.TargetGroupArn is { Length: > 0 } only ? new Dictionary<string, int>(StringComparer.Ordinal) { [only] = 1 } : new(StringComparer.Ordinal);
    }
}
