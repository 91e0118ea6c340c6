using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;
using BlueGreen.Ecs.Planning;
using ElbAction = Amazon.ElasticLoadBalancingV2.Model.Action;

namespace BlueGreen.Ecs.Engines.EcsNative;

/// <summary>Reads how a production rule weighs target groups. An Application Load Balancer has a rule, a Network Load Balancer its listener itself.</summary>
internal sealed class ListenerRuleReader(IAmazonElasticLoadBalancingV2 balancing)
{
    /// <summary>The weights of a rule's target groups, by ARN.</summary>
    /// <param name="arn">The ARN of a listener rule or of a listener.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The weights, or <see langword="null"/> when there is no such rule.</returns>
    public async Task<IReadOnlyDictionary<string, int>?> FindWeightsAsync(string arn, CancellationToken cancellationToken)
    {
        try
        {
            var actions = arn.Contains(":listener-rule/", StringComparison.Ordinal)
                ? await RuleActionsAsync(arn, cancellationToken).ConfigureAwait(false)
                : await ListenerActionsAsync(arn, cancellationToken).ConfigureAwait(false);
            return ListenerRules.Weights(actions);
        }
        catch (AwsCallException exception) when (exception.InnerException is RuleNotFoundException or ListenerNotFoundException or AmazonElasticLoadBalancingV2Exception { ErrorCode: "ValidationError" })
        {
            return null;
        }
    }

    /// <summary>How many targets target groups have, by ARN; those that drain do not count.</summary>
    /// <param name="targetGroupArns">The target groups.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyDictionary<string, int>> CountTargetsAsync(IEnumerable<string> targetGroupArns, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var group in targetGroupArns.Distinct(StringComparer.Ordinal))
        {
            try
            {
                var response = await AwsCalls.CallAsync("elasticloadbalancing:DescribeTargetHealth", balancing.DescribeTargetHealthAsync(new() { TargetGroupArn = group }, cancellationToken)).ConfigureAwait(false);
                counts[group] = (response.TargetHealthDescriptions ?? []).Count(target => target.TargetHealth?.State != TargetHealthStateEnum.Draining);
            }
            catch (AwsCallException exception) when (exception.InnerException is TargetGroupNotFoundException)
            {
                // The rule cannot forward to it either, which is found elsewhere.
            }
        }

        return counts;
    }

    private async Task<List<ElbAction>?> RuleActionsAsync(string arn, CancellationToken cancellationToken)
    {
        var response = await AwsCalls.CallAsync("elasticloadbalancing:DescribeRules", balancing.DescribeRulesAsync(new() { RuleArns = [arn] }, cancellationToken)).ConfigureAwait(false);
        return response.Rules?.FirstOrDefault()?.Actions;
    }

    private async Task<List<ElbAction>?> ListenerActionsAsync(string arn, CancellationToken cancellationToken)
    {
        var response = await AwsCalls.CallAsync("elasticloadbalancing:DescribeListeners", balancing.DescribeListenersAsync(new() { ListenerArns = [arn] }, cancellationToken)).ConfigureAwait(false);
        return response.Listeners?.FirstOrDefault()?.DefaultActions;
    }
}
