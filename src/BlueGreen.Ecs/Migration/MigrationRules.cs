using BlueGreen.Ecs.Engines.EcsNative;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Migration;

/// <summary>Why a service cannot be handed to ECS as it is. Pure.</summary>
internal static class MigrationRules
{
    public static IEnumerable<string> Problems(MigrationFacts facts) => [.. OfTasks(facts), .. OfTraffic(facts), .. OfSettings(facts)];

    private static IEnumerable<string> OfTasks(MigrationFacts facts)
    {
        var service = facts.Source.Service;
        if (facts.Source.Primary is not { } primary || service.TaskSets is not { Count: 1 })
        {
            yield return FormattableString.Invariant($"It has {service.TaskSets?.Count ?? 0} task sets, and a service at rest has one. Wait until what was replaced is gone, and plan again.");
        }
        else if (primary.StabilityStatus?.Value is not "STEADY_STATE" || primary.RunningCount != service.DesiredCount)
        {
            yield return FormattableString.Invariant($"{primary.RunningCount} of {service.DesiredCount} tasks run ({primary.StabilityStatus?.Value}). Have all its tasks serve first.");
        }

        if (facts.Targets.GetValueOrDefault(facts.Alternate) > 0)
        {
            yield return FormattableString.Invariant($"The target group {facts.Alternate} is to be empty, and has {facts.Targets[facts.Alternate]} targets; they would get traffic. Deregister them.");
        }
    }

    private static IEnumerable<string> OfTraffic(MigrationFacts facts)
    {
        if (facts.Source.Traffic.Balancer.Type?.Value is not "application")
        {
            yield return $"{facts.Source.Traffic.Balancer.LoadBalancerArn} is no Application Load Balancer. Others are not handed over by this library; AWS's guide says how.";
            yield break;
        }

        if (facts.ProductionRules is not [var rule])
        {
            yield return FormattableString.Invariant($"{facts.ProductionRules.Count} rules of the listener {facts.Source.Traffic.Production.Arn} forward to the service's target groups; ECS moves exactly one. Leave one rule that does.");
        }
        else
        {
            var weights = ListenerRules.Weights(rule.Actions);
            if (weights.GetValueOrDefault(facts.Serving) == 0 || weights.Any(one => one.Key != facts.Serving && one.Value > 0))
            {
                yield return $"The rule {rule.RuleArn} does not forward all traffic to {facts.Serving}, where the tasks are, but {string.Join(", ", weights.Select(one => FormattableString.Invariant($"{one.Key} with weight {one.Value}")))}. Set it back first.";
            }
        }

        if (facts.TestRule is { } test && ListenerRules.Weights(test.Actions).Keys.Except(facts.Pair, StringComparer.Ordinal).FirstOrDefault() is { } foreign)
        {
            yield return $"The test listener's rule {test.RuleArn} forwards to {foreign}, which is not the service's. Give it one of the service's target groups.";
        }
    }

    private static IEnumerable<string> OfSettings(MigrationFacts facts)
    {
        if (facts.Shift is not { } shift)
        {
            yield return $"What the deployment configuration {facts.Group.Info.DeploymentConfigName} does is not known. Say by {nameof(MigrationOptions)}.{nameof(MigrationOptions.Shift)} how traffic is to move.";
        }
        else
        {
            foreach (var limit in NativeStrategy.Limitations(shift))
            {
                yield return $"{limit} Say by {nameof(MigrationOptions)}.{nameof(MigrationOptions.Shift)} how traffic is to move.";
            }
        }

        if (facts.RolePlan.Action == ResourceAction.Conflict)
        {
            yield return $"The infrastructure role {facts.Role.Name} cannot be used. {facts.RolePlan.Reason}";
        }

        if (facts.RedAlarms.Count > 0)
        {
            yield return $"The alarms {string.Join(", ", facts.RedAlarms)} are in ALARM; ECS would roll its first deployment back. Wait until they are not.";
        }
    }
}
