using BlueGreen.Ecs.Engines.EcsNative;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Preflight.EcsNative;

/// <summary>BG213: the production rule exists and forwards to both target groups, one of which serves.</summary>
internal sealed class ProductionRuleCheck : IEcsNativeCheck
{
    public IEnumerable<Finding> Check(EcsNativeFacts facts)
    {
        foreach (var (rule, groups, weights) in facts.Pairs)
        {
            if (Problem(weights, groups) is { } problem)
            {
                yield return new("BG213", FindingSeverity.Error, rule, problem, "Let the rule forward to both target groups, weight 1 for the one that serves and 0 for the other, and keep other tools from changing it.");
            }
        }
    }

    private static string? Problem(IReadOnlyDictionary<string, int>? weights, string[] groups)
    {
        if (weights is null)
        {
            return "The production listener rule does not exist.";
        }

        var missing = groups.Where(group => !weights.ContainsKey(group)).Select(TargetGroupArn.NameOf).ToList();
        return missing.Count > 0 ? $"The production rule does not forward to {string.Join(" and ", missing)}; ECS wants it to forward to both target groups of the service."
            : groups.All(group => weights[group] == 0) ? "The production rule gives neither target group of the service any traffic."
            : null;
    }
}
