using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;
using BlueGreen.Ecs.Planning;
using Action = Amazon.ElasticLoadBalancingV2.Model.Action;

namespace BlueGreen.Ecs.Engines.TaskSets;

/// <summary>Reads the forward action of a rule, and writes it anew. Pure.</summary>
internal static class ForwardRules
{
    /// <summary>The target groups to which a rule forwards, with their weights, by ARN.</summary>
    public static IReadOnlyDictionary<string, int> Weights(Rule? rule) => ListenerRules.Weights(rule?.Actions);

    /// <summary>How a rule shares between two target groups.</summary>
    /// <returns>The weights; none when a third one has some, or neither has any.</returns>
    public static ForwardWeights? Weights(Rule? rule, string? blue, string? green)
    {
        var weights = Weights(rule);
        var found = new ForwardWeights(WeightOf(weights, blue), WeightOf(weights, green));
        return weights.Values.Sum() == found.Blue + found.Green && found.Blue + found.Green > 0 ? found : null;
    }

    /// <summary>Whether requests stay with the target group that they came to first.</summary>
    public static bool IsSticky(Rule rule) => ListenerRules.Forward(rule.Actions)?.ForwardConfig?.TargetGroupStickinessConfig?.Enabled is true;

    /// <summary>The rule's actions with another forward action: all else, such as signing users in, stays as it is.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="groups">The target groups with their weights.</param>
    public static List<Action> With(Rule rule, params IEnumerable<(string Arn, int Weight)> groups)
    {
        var before = ListenerRules.Forward(rule.Actions);
        var forward = new Action
        {
            Type = ActionTypeEnum.Forward,
            Order = before?.Order,
            ForwardConfig = new()
            {
                TargetGroups = [.. groups.Select(group => new TargetGroupTuple { TargetGroupArn = group.Arn, Weight = group.Weight })],
                TargetGroupStickinessConfig = before?.ForwardConfig?.TargetGroupStickinessConfig,
            },
        };
        return [.. (rule.Actions ?? []).Where(action => action != before).Select(Kept), forward];
    }

    private static int WeightOf(IReadOnlyDictionary<string, int> weights, string? group) => group is not null && weights.TryGetValue(group, out var weight) ? weight : 0;

    // A secret is never told by AWS; this says that the one that it has stays.
    private static Action Kept(Action action)
    {
        if (action.AuthenticateOidcConfig is { } oidc)
        {
            oidc.UseExistingClientSecret = true;
        }

        return action;
    }
}
