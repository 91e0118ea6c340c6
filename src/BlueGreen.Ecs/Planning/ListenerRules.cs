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

    /// <summary>The ARN of the listener of a rule; of a listener its own.</summary>
    public static string? ListenerOf(string? ruleArn) =>
        ruleArn?.Split(":listener-rule/") is [var start, var path] ? $"{start}:listener/{path[..path.LastIndexOf('/')]}" : ruleArn;

    /// <summary>The ARN of the load balancer of a listener: <c>…:loadbalancer/app/web/50dc6c495c0c9188</c> of <c>…:listener/app/web/50dc6c495c0c9188/f2f7dc8efc522ab2</c>.</summary>
    public static string? BalancerOf(string? listenerArn) =>
        listenerArn?.Split(":listener/") is [var start, var path] ? $"{start}:loadbalancer/{path[..path.LastIndexOf('/')]}" : null;

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
