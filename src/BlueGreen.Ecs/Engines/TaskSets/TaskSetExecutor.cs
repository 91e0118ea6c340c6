using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.ElasticLoadBalancingV2;
using BlueGreen.Ecs.Planning;
using Aws = Amazon.ECS.Model;
using Rule = Amazon.ElasticLoadBalancingV2.Model.Rule;

namespace BlueGreen.Ecs.Engines.TaskSets;

/// <summary>Carries one action out. Each does no harm when it is carried out twice, or by two.</summary>
internal sealed class TaskSetExecutor(IAmazonECS ecs, IAmazonElasticLoadBalancingV2 balancing, TaskDefinitionRegistry registry, TimeProvider clock)
{
    /// <summary>Does what was decided.</summary>
    /// <returns>Whether there may be more to do at once.</returns>
    public async Task<bool> ExecuteAsync(TaskSetSnapshot seen, TaskSetAction action, CancellationToken cancellationToken)
    {
        switch (action)
        {
            case TaskSetAction.SetWeights set:
                await ForwardAsync(seen, set.Weights, cancellationToken).ConfigureAwait(false);
                await TagAsync(seen, TaskSetTags.Step(set.Step, clock.GetUtcNow()), cancellationToken).ConfigureAwait(false);
                break;
            case TaskSetAction.CorrectWeights correct:
                await ForwardAsync(seen, correct.Weights, cancellationToken).ConfigureAwait(false);
                break;
            case TaskSetAction.SetTestTraffic test:
                await ModifyAsync(seen.TestRule!, [((test.Target == TestTarget.Green ? seen.GreenGroup : seen.BlueGroup)!, 1)], cancellationToken).ConfigureAwait(false);
                break;
            case TaskSetAction.RollBack back:
                await RollBackAsync(seen, back.Reason, cancellationToken).ConfigureAwait(false);
                break;
            case TaskSetAction.BringBack:
                await ForwardAsync(seen, ForwardWeights.AllBlue, cancellationToken).ConfigureAwait(false);
                break;
            case TaskSetAction.Promote or TaskSetAction.PromoteBlue:
                await PromoteAsync(seen, action is TaskSetAction.Promote ? seen.State.Green!.Id : seen.State.Blue!.Id, cancellationToken).ConfigureAwait(false);
                break;
            case TaskSetAction.ScaleGreen scale:
                await ScaleAsync(seen, seen.State.Green!.Id, scale.Percent, cancellationToken).ConfigureAwait(false);
                break;
            case TaskSetAction.DrainBlue or TaskSetAction.DrainGreen:
                await ScaleAsync(seen, IdOf(seen, action is TaskSetAction.DrainBlue), percent: 0, cancellationToken).ConfigureAwait(false);
                break;
            case TaskSetAction.DeleteBlue:
                await DeleteAsync(seen.Service, seen.State.Blue!.Id, cancellationToken).ConfigureAwait(false);
                break;
            case TaskSetAction.DeleteGreen:
                await DeleteGreenAsync(seen, cancellationToken).ConfigureAwait(false);
                break;
            default:
                return false;
        }

        return true;
    }

    /// <summary>Writes something down on the new version's task set.</summary>
    public Task TagAsync(TaskSetSnapshot seen, Aws.Tag tag, CancellationToken cancellationToken) =>
        PatientCalls.CallAsync("ecs:TagResource", () => ecs.TagResourceAsync(new() { ResourceArn = seen.Green!.TaskSetArn, Tags = [tag] }, cancellationToken), clock, cancellationToken);

    /// <summary>Deletes a task set, which has been scaled to nothing; one that is gone is left so.</summary>
    public Task DeleteAsync(ServiceReference service, string id, CancellationToken cancellationToken) => UnlessGone(() => PatientCalls.CallAsync(
        "ecs:DeleteTaskSet",
        () => ecs.DeleteTaskSetAsync(new() { Cluster = service.Cluster, Service = service.Name, TaskSet = id }, cancellationToken),
        clock,
        cancellationToken));

    // What cannot be written down must not keep the traffic from going back; the next look writes it.
    private async Task RollBackAsync(TaskSetSnapshot seen, string reason, CancellationToken cancellationToken)
    {
        AwsCallException? unwritten = null;
        try
        {
            await TagAsync(seen, TaskSetTags.RollBack(reason, clock.GetUtcNow()), cancellationToken).ConfigureAwait(false);
        }
        catch (AwsCallException exception)
        {
            unwritten = exception;
        }

        if (TaskSetDecision.CanGoBack(seen.State) && seen.State.Weights is not { IsAllBlue: true })
        {
            await ForwardAsync(seen, ForwardWeights.AllBlue, cancellationToken).ConfigureAwait(false);
        }

        if (unwritten is not null)
        {
            throw unwritten;
        }
    }

    // The revision first: once the task set is gone, nothing tells of it any more.
    private async Task DeleteGreenAsync(TaskSetSnapshot seen, CancellationToken cancellationToken)
    {
        if (seen.State.Settings!.IsRegistered)
        {
            try
            {
                await registry.DeregisterAsync(seen.Green!.TaskDefinition, cancellationToken).ConfigureAwait(false);
            }
            catch (AwsCallException exception) when (exception.InnerException is ClientException or InvalidParameterException)
            {
                // It is taken back already.
            }
        }

        await DeleteAsync(seen.Service, seen.State.Green!.Id, cancellationToken).ConfigureAwait(false);
    }

    private Task ForwardAsync(TaskSetSnapshot seen, ForwardWeights weights, CancellationToken cancellationToken) =>
        seen.State.Weights?.SharesAs(weights) is true || seen is not { Rule: { } rule, BlueGroup: { } blue, GreenGroup: { } green }
            ? Task.CompletedTask
            : ModifyAsync(rule, [(blue, weights.Blue), (green, weights.Green)], cancellationToken);

    // The default rule is the listener's own and is changed with it.
    private async Task ModifyAsync(Rule rule, IReadOnlyList<(string Arn, int Weight)> groups, CancellationToken cancellationToken)
    {
        var actions = ForwardRules.With(rule, groups);
        if (rule.IsDefault is true)
        {
            var request = new Amazon.ElasticLoadBalancingV2.Model.ModifyListenerRequest { ListenerArn = ListenerRules.ListenerOf(rule.RuleArn), DefaultActions = actions };
            await PatientCalls.CallAsync("elasticloadbalancing:ModifyListener", () => balancing.ModifyListenerAsync(request, cancellationToken), clock, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            var request = new Amazon.ElasticLoadBalancingV2.Model.ModifyRuleRequest { RuleArn = rule.RuleArn, Actions = actions };
            await PatientCalls.CallAsync("elasticloadbalancing:ModifyRule", () => balancing.ModifyRuleAsync(request, cancellationToken), clock, cancellationToken).ConfigureAwait(false);
        }
    }

    private Task<UpdateServicePrimaryTaskSetResponse> PromoteAsync(TaskSetSnapshot seen, string id, CancellationToken cancellationToken) => PatientCalls.CallAsync(
        "ecs:UpdateServicePrimaryTaskSet",
        () => ecs.UpdateServicePrimaryTaskSetAsync(new() { Cluster = seen.Service.Cluster, Service = seen.Service.Name, PrimaryTaskSet = id }, cancellationToken),
        clock,
        cancellationToken);

    private Task ScaleAsync(TaskSetSnapshot seen, string id, double percent, CancellationToken cancellationToken)
    {
        var request = new UpdateTaskSetRequest { Cluster = seen.Service.Cluster, Service = seen.Service.Name, TaskSet = id, Scale = new() { Unit = ScaleUnit.PERCENT, Value = percent } };
        return UnlessGone(() => PatientCalls.CallAsync("ecs:UpdateTaskSet", () => ecs.UpdateTaskSetAsync(request, cancellationToken), clock, cancellationToken));
    }

    private static string IdOf(TaskSetSnapshot seen, bool isBlue) => isBlue ? seen.State.Blue!.Id : seen.State.Green!.Id;

    private static async Task UnlessGone(Func<Task> call)
    {
        try
        {
            await call().ConfigureAwait(false);
        }
        catch (AwsCallException exception) when (exception.InnerException is TaskSetNotFoundException)
        {
            // Another watcher was faster.
        }
    }
}
