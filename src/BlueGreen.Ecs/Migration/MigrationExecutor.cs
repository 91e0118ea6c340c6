using Amazon.CodeDeploy;
using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.ElasticLoadBalancingV2;
using BlueGreen.Ecs.Engines.EcsNative;
using BlueGreen.Ecs.Engines.TaskSets;
using BlueGreen.Ecs.Planning;
using BlueGreen.Ecs.Provisioning;
using Microsoft.Extensions.Options;

namespace BlueGreen.Ecs.Migration;

/// <summary>Carries out a plan, in its order: the role, the rule, the service, and what is left of CodeDeploy.</summary>
internal sealed class MigrationExecutor(IAmazonECS ecs, IAmazonElasticLoadBalancingV2 balancing, IAmazonCodeDeploy codeDeploy, ListenerRuleReader rules, ServiceDeploymentReader deployments, IOptions<DeployerOptions> options, TimeProvider clock)
{
    // A deployment whose tasks do not come up ends by the circuit breaker, or not at all.
    private static readonly TimeSpan Margin = TimeSpan.FromHours(1);

    public async Task<MigrationResult> ExecuteAsync(MigrationPlan plan, MigrationFacts facts, CancellationToken cancellationToken)
    {
        await new PartWorker(facts.Known, clock, progress: null).BringAboutAsync(facts.Role, cancellationToken).ConfigureAwait(false);
        if (MigrationPlanning.LacksAlternate(facts))
        {
            await NameAlternateAsync(facts, cancellationToken).ConfigureAwait(false);
        }

        if (await ServingAsync(plan, cancellationToken).ConfigureAwait(false) != plan.ServingTargetGroupArn)
        {
            throw new MigrationRefusedException(plan.Service, $"The rule {plan.ProductionRuleArn} does not forward all traffic to {plan.ServingTargetGroupArn} any more; somebody else has changed it. The service is as it was.");
        }

        await HandOverAsync(facts, cancellationToken).ConfigureAwait(false);
        var deployment = await WaitAsync(plan, cancellationToken).ConfigureAwait(false);
        var serving = await ServingAsync(plan, cancellationToken).ConfigureAwait(false);
        if (plan.Options.RemovesCodeDeploy)
        {
            await RemoveAsync(facts, cancellationToken).ConfigureAwait(false);
        }

        return new() { Plan = plan, ServiceDeploymentArn = deployment, ServingTargetGroupArn = serving, LeftOver = plan.Options.RemovesCodeDeploy ? null : plan.CodeDeploy };
    }

    // The weights are relative: what serves keeps its own, and all of the traffic.
    private async Task NameAlternateAsync(MigrationFacts facts, CancellationToken cancellationToken)
    {
        var rule = facts.ProductionRules[0];
        var actions = ForwardRules.With(rule, (facts.Serving, ListenerRules.Weights(rule.Actions)[facts.Serving]), (facts.Alternate, 0));
        await PatientCalls.RepeatAsync(
            async () =>
            {
                if (rule.IsDefault is true)
                {
                    await AwsCalls.CallAsync("elasticloadbalancing:ModifyListener", balancing.ModifyListenerAsync(new() { ListenerArn = facts.Source.Traffic.Production.Arn, DefaultActions = actions }, cancellationToken)).ConfigureAwait(false);
                }
                else
                {
                    await AwsCalls.CallAsync("elasticloadbalancing:ModifyRule", balancing.ModifyRuleAsync(new() { RuleArn = rule.RuleArn, Actions = actions }, cancellationToken)).ConfigureAwait(false);
                }
            },
            clock,
            cancellationToken).ConfigureAwait(false);
    }

    // Said twice it is no second deployment: the settings are the same then.
    private async Task HandOverAsync(MigrationFacts facts, CancellationToken cancellationToken)
    {
        var request = new UpdateServiceRequest
        {
            Cluster = facts.Service.Cluster,
            Service = facts.Service.Name,
            TaskDefinition = facts.Source.Live.TaskDefinitionArn,
            DeploymentController = new() { Type = DeploymentControllerType.ECS },
            DeploymentConfiguration = MigrationMapping.Configuration(facts),
            LoadBalancers = [MigrationMapping.Balancer(facts)],
        };
        for (var patience = new Patience(clock); ;)
        {
            try
            {
                await AwsCalls.CallAsync("ecs:UpdateService", ecs.UpdateServiceAsync(request, cancellationToken)).ConfigureAwait(false);
                return;
            }
            catch (AwsCallException exception) when (patience.Bears(exception))
            {
                await patience.PauseAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<string?> WaitAsync(MigrationPlan plan, CancellationToken cancellationToken)
    {
        var limit = plan.Shift.Duration + plan.Bake + Margin;
        for (var start = clock.GetUtcNow(); ;)
        {
            var newest = await NewestAsync(plan.Service, cancellationToken).ConfigureAwait(false);
            var status = newest?.Status?.Value ?? ServiceDeploymentStatusText.Pending;
            if (status == ServiceDeploymentStatusText.Successful)
            {
                return newest!.ServiceDeploymentArn;
            }

            if (!ServiceDeploymentStatusText.Open.Contains(status, StringComparer.Ordinal))
            {
                throw new MigrationFailedException(plan.Service, newest!.ServiceDeploymentArn, status, newest.StatusReason);
            }

            if (clock.GetUtcNow() - start > limit)
            {
                throw new MigrationFailedException(plan.Service, newest?.ServiceDeploymentArn ?? plan.ServiceArn, status, FormattableString.Invariant($"It has not ended within {limit.TotalMinutes:0} minutes, and goes on."));
            }

            await Task.Delay(options.Value.PollInterval, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<ServiceDeploymentBrief?> NewestAsync(ServiceReference service, CancellationToken cancellationToken)
    {
        var found = await PatientCalls.RepeatAsync(() => deployments.ListAsync(service, [], cancellationToken), clock, cancellationToken).ConfigureAwait(false);
        return found is [var newest, ..] ? newest : null;
    }

    // The group with all the traffic; none where it is shared.
    private async Task<string?> ServingAsync(MigrationPlan plan, CancellationToken cancellationToken)
    {
        var weights = await PatientCalls.RepeatAsync(() => rules.FindWeightsAsync(plan.ProductionRuleArn!, cancellationToken), clock, cancellationToken).ConfigureAwait(false);
        return weights?.Where(one => one.Value > 0).Select(one => one.Key).ToList() is [var only] ? only : null;
    }

    private async Task RemoveAsync(MigrationFacts facts, CancellationToken cancellationToken)
    {
        var target = facts.Group.Target;
        await PatientCalls.RepeatAsync(
            () => PartCalls.FindAsync("codedeploy:DeleteDeploymentGroup", codeDeploy.DeleteDeploymentGroupAsync(new() { ApplicationName = target.Application, DeploymentGroupName = target.DeploymentGroup }, cancellationToken), "ApplicationDoesNotExist", "DeploymentGroupDoesNotExist"),
            clock,
            cancellationToken).ConfigureAwait(false);
        if (facts.GroupsOfApplication == 1)
        {
            await PatientCalls.RepeatAsync(
                () => PartCalls.FindAsync("codedeploy:DeleteApplication", codeDeploy.DeleteApplicationAsync(new() { ApplicationName = target.Application }, cancellationToken), "ApplicationDoesNotExist"),
                clock,
                cancellationToken).ConfigureAwait(false);
        }
    }
}
