using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Migration;

/// <summary>Turns what was read into a plan. Pure.</summary>
internal static class MigrationPlanning
{
    /// <summary>A plan of nothing: ECS deploys the service already.</summary>
    public static MigrationPlan Nothing(LiveService service, MigrationOptions options) => new() { Service = service.Reference, ServiceArn = service.Arn, Options = options };

    /// <exception cref="MigrationRefusedException">ECS could not take the service over as it is.</exception>
    public static MigrationPlan Of(MigrationFacts facts)
    {
        if (MigrationRules.Problems(facts).ToList() is { Count: > 0 } problems)
        {
            throw new MigrationRefusedException(facts.Service, string.Join(' ', problems));
        }

        return new()
        {
            Service = facts.Service,
            ServiceArn = facts.Source.Service.ServiceArn,
            Options = facts.Options,
            TaskDefinitionArn = facts.Source.Live.TaskDefinitionArn,
            ServingTargetGroupArn = facts.Serving,
            AlternateTargetGroupArn = facts.Alternate,
            ProductionRuleArn = facts.ProductionRules[0].RuleArn,
            TestRuleArn = facts.TestRule?.RuleArn,
            Shift = facts.Shift!,
            Bake = MigrationMapping.Bake(facts),
            Steps = Steps(facts).ToEquatableArray(),
            Mapped = MigrationMapping.Mapped(facts).ToEquatableArray(),
            Notes = MigrationNotes.Of(facts).ToEquatableArray(),
            CodeDeploy = facts.Group.Target,
        };
    }

    /// <summary>Whether the production rule forwards to the serving target group alone, and has to name the other one too.</summary>
    public static bool LacksAlternate(MigrationFacts facts) => !ListenerRules.Weights(facts.ProductionRules[0].Actions).ContainsKey(facts.Alternate);

    private static IEnumerable<MigrationStep> Steps(MigrationFacts facts)
    {
        var rule = facts.ProductionRules[0];
        if (facts.RolePlan.Action is ResourceAction.Create or ResourceAction.Update)
        {
            yield return new(facts.RolePlan.Action == ResourceAction.Create ? "iam:CreateRole" : "iam:AttachRolePolicy", facts.Role.Name, "the infrastructure role is made, with AmazonECSInfrastructureRolePolicyForLoadBalancers");
        }

        if (LacksAlternate(facts))
        {
            yield return new(rule.IsDefault is true ? "elasticloadbalancing:ModifyListener" : "elasticloadbalancing:ModifyRule", rule.RuleArn, $"the rule names {facts.Alternate} too, with weight 0; no traffic moves");
        }

        yield return new("ecs:UpdateService", facts.Source.Service.ServiceArn, "the deployment controller becomes ECS, with strategy, alarms, target groups and rules; the same tasks go on serving");
        yield return new("ECS", facts.Source.Service.ServiceArn, $"ECS brings {facts.Source.Live.TaskDefinitionArn} up once more in {facts.Alternate}, and moves the traffic there by {facts.Shift}");
        if (facts.Options.RemovesCodeDeploy)
        {
            yield return new("codedeploy:DeleteDeploymentGroup", facts.Group.Target.ToString(), "the deployment group is removed");
            if (facts.GroupsOfApplication == 1)
            {
                yield return new("codedeploy:DeleteApplication", facts.Group.Target.Application, "the application is removed, which has no other group");
            }
        }
    }
}
