using Amazon.ECS.Model;
using BlueGreen.Ecs.Planning;
using BlueGreen.Ecs.Watching;

namespace BlueGreen.Ecs.Engines.EcsNative;

/// <summary>Reads what a plan rests on. Changes nothing.</summary>
internal sealed class EcsNativeFactsReader(ServiceFinder services, ServiceDeploymentReader deployments, ListenerRuleReader rules, AlarmReader alarms, TaskDefinitionRegistry registry)
{
    public async Task<EcsNativeFacts> ReadAsync(Deployment deployment, LiveService service, CancellationToken cancellationToken)
    {
        var found = await services.FindRawAsync(service.Reference, cancellationToken).ConfigureAwait(false);
        var running = deployments.FindOpenAsync(service.Reference, cancellationToken);
        var weights = await ReadRulesAsync(found.LoadBalancers ?? [], cancellationToken).ConfigureAwait(false);
        var (definition, revisions) = await registry.ReadWantedAsync(deployment, service, cancellationToken).ConfigureAwait(false);
        var facts = new EcsNativeFacts
        {
            Deployment = deployment,
            Service = service with { TargetGroupArn = Serving(found.LoadBalancers, weights) ?? service.TargetGroupArn },
            Configuration = found.DeploymentConfiguration ?? new(),
            LoadBalancers = found.LoadBalancers ?? [],
            TaskDefinition = definition,
            Revisions = revisions,
            ProductionRules = weights,
            RunningDeployment = await running.ConfigureAwait(false),
        };
        return facts with
        {
            Targets = await rules.CountTargetsAsync(facts.Pairs.SelectMany(pair => pair.Groups), cancellationToken).ConfigureAwait(false),
            Alarms = await FindAlarmsAsync(facts.AlarmNames, cancellationToken).ConfigureAwait(false),
        };
    }

    // Who deploys may not be allowed to look at alarms, which ECS watches by itself; that alone must not keep anybody from deploying.
    private async Task<IReadOnlyDictionary<string, string>?> FindAlarmsAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        try
        {
            return await alarms.ReadAsync(names, cancellationToken).ConfigureAwait(false);
        }
        catch (AwsCallException exception) when (NotChecked.IsDenied(exception))
        {
            return null;
        }
    }

    private async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>?>> ReadRulesAsync(List<LoadBalancer> balancers, CancellationToken cancellationToken)
    {
        var weights = new Dictionary<string, IReadOnlyDictionary<string, int>?>(StringComparer.Ordinal);
        foreach (var rule in balancers.Select(balancer => balancer.AdvancedConfiguration?.ProductionListenerRule).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            weights[rule] = await rules.FindWeightsAsync(rule, cancellationToken).ConfigureAwait(false);
        }

        return weights;
    }

    // Which of the two target groups serves alternates with every deployment; the service's settings name the first one always.
    private static string? Serving(List<LoadBalancer>? balancers, IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>?> rules) =>
        balancers?.FirstOrDefault() is { AdvancedConfiguration: { AlternateTargetGroupArn: { } alternate, ProductionListenerRule: { } rule } } balancer && rules[rule] is { } weights
            ? weights.GetValueOrDefault(alternate) > weights.GetValueOrDefault(balancer.TargetGroupArn) ? alternate : balancer.TargetGroupArn
            : null;
}
