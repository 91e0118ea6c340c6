using Amazon.ElasticLoadBalancingV2.Model;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Engines.CodeDeploy;

/// <summary>Reads from a listener's rules how production traffic is shared between two target groups.</summary>
internal static class TrafficRules
{
    /// <summary>Each target group's part in percent, by name, under the first rule that forwards to one of them.</summary>
    /// <returns>Empty when no rule forwards to any of them.</returns>
    public static IReadOnlyDictionary<string, double> Shares(IEnumerable<Rule> rules, IReadOnlyCollection<string> targetGroups)
    {
        foreach (var rule in rules)
        {
            var weights = Weights(rule);
            if (weights.Keys.Any(targetGroups.Contains))
            {
                double total = weights.Values.Sum();
                return weights.ToDictionary(entry => entry.Key, entry => total == 0 ? 0 : 100 * entry.Value / total, StringComparer.Ordinal);
            }
        }

        return new Dictionary<string, double>(StringComparer.Ordinal);
    }

    private static Dictionary<string, int> Weights(Rule rule) =>
        ListenerRules.Weights(rule.Actions).ToDictionary(entry => TargetGroupArn.NameOf(entry.Key), entry => entry.Value, StringComparer.Ordinal);
}
