using Amazon.ElasticLoadBalancingV2.Model;

namespace BlueGreen.Ecs.Provisioning.Import;

/// <summary>A listener with all its rules, the default rule among them.</summary>
internal sealed record ImportedListener(Listener Listener, IReadOnlyList<Rule> Rules)
{
    public string Arn => Listener.ListenerArn;

    public Rule? Default => Rules.FirstOrDefault(rule => rule.IsDefault is true);

    /// <summary>Whether one of its rules forwards to a target group.</summary>
    public bool ForwardsTo(string targetGroupArn) => Rules.Any(rule => Planning.ListenerRules.Weights(rule.Actions).ContainsKey(targetGroupArn));
}
