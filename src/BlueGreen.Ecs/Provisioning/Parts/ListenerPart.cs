using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;
using BlueGreen.Ecs.Planning;
using Action = Amazon.ElasticLoadBalancingV2.Model.Action;

namespace BlueGreen.Ecs.Provisioning.Parts;

/// <summary>The production or the test listener. Which of the two target groups it forwards to is the deployments' matter once it is made.</summary>
internal sealed class ListenerPart(BlueGreenEnvironment environment, EnvironmentListener listener, IAmazonElasticLoadBalancingV2 balancing)
    : EnvironmentPart(environment, ResourceKind.Listener, PartNames.Listener(environment, listener))
{
    public override IReadOnlyList<string> DependsOn => [PartIds.LoadBalancer(Environment), PartIds.TargetGroup(Environment.TargetGroups.Blue), PartIds.TargetGroup(Environment.TargetGroups.Green)];

    /// <summary>To which of the two target groups a listener forwards first. CodeDeploy wants one group behind a listener; ECS and this library move weights, and want both there from the start.</summary>
    public static (bool IsBlue, int Weight)[] FirstWeights(EnvironmentController controller, bool isProduction) => (controller, isProduction) switch
    {
        (EnvironmentController.EcsNative, _) => [(true, 1), (false, 0)],
        (EnvironmentController.External, true) => [(true, 100), (false, 0)],
        (EnvironmentController.CodeDeploy, true) => [(true, 1)],
        _ => [(false, 1)],
    };

    private bool IsProduction => listener == Environment.ProductionListener;

    public override async Task<FoundPart?> ReadAsync(KnownParts known, CancellationToken cancellationToken)
    {
        if (known.Find(PartIds.LoadBalancer(Environment)) is not { } balancer)
        {
            return null;
        }

        var response = await PartCalls.FindAsync("elasticloadbalancing:DescribeListeners", balancing.DescribeListenersAsync(new() { LoadBalancerArn = balancer.Arn }, cancellationToken), "LoadBalancerNotFound").ConfigureAwait(false);
        if (response?.Listeners?.Find(one => one.Port == listener.Port) is not { } found)
        {
            return null;
        }

        var rules = await ListenerRules.ReadAsync(balancing, found.ListenerArn, cancellationToken).ConfigureAwait(false);
        var read = new ListenerFound(found, rules.FirstOrDefault(rule => rule.IsDefault is true)?.RuleArn);
        return await BalancerTags.ReadAsync(balancing, found.ListenerArn, read, cancellationToken).ConfigureAwait(false);
    }

    public override IEnumerable<Difference> Compare(FoundPart found, KnownParts known)
    {
        var there = found.As<ListenerFound>().Listener;
        string?[] own = [known.Find(PartIds.TargetGroup(Environment.TargetGroups.Blue))?.Arn, known.Find(PartIds.TargetGroup(Environment.TargetGroups.Green))?.Arn];
        var forwarded = ListenerRules.Weights(there.DefaultActions).Keys.ToList();
        if (forwarded.Count == 0)
        {
            yield return new("It does not forward to a target group; somebody has given it another use.", IsForGood: true);
        }
        else if (forwarded.Find(arn => !own.Contains(arn, StringComparer.Ordinal)) is { } other)
        {
            yield return new("It forwards to a target group that is not the environment's.", IsForGood: true, other);
        }

        if (there.Protocol?.Value != listener.Protocol || (listener.CertificateArn is { } certificate && there.Certificates?.Exists(one => one.CertificateArn == certificate) is not true))
        {
            yield return new("Its protocol or certificate is another.");
        }
    }

    public override async Task CreateAsync(KnownParts known, CancellationToken cancellationToken)
    {
        var request = new CreateListenerRequest
        {
            LoadBalancerArn = known.Get(PartIds.LoadBalancer(Environment)).Arn,
            Port = listener.Port,
            Protocol = listener.Protocol,
            Certificates = Certificates,
            DefaultActions = [First(known)],
            Tags = BalancerTags.Of(Environment),
        };
        await AwsCalls.CallAsync("elasticloadbalancing:CreateListener", balancing.CreateListenerAsync(request, cancellationToken)).ConfigureAwait(false);
    }

    public override async Task UpdateAsync(FoundPart found, KnownParts known, CancellationToken cancellationToken)
    {
        var request = new ModifyListenerRequest { ListenerArn = found.Arn, Protocol = listener.Protocol, Certificates = Certificates };
        await AwsCalls.CallAsync("elasticloadbalancing:ModifyListener", balancing.ModifyListenerAsync(request, cancellationToken)).ConfigureAwait(false);
    }

    public override async Task DeleteAsync(FoundPart found, KnownParts known, CancellationToken cancellationToken) =>
        await AwsCalls.CallAsync("elasticloadbalancing:DeleteListener", balancing.DeleteListenerAsync(new() { ListenerArn = found.Arn }, cancellationToken)).ConfigureAwait(false);

    private List<Certificate>? Certificates => listener.CertificateArn is { } arn ? [new() { CertificateArn = arn }] : null;

    private Action First(KnownParts known) => new()
    {
        Type = ActionTypeEnum.Forward,
        ForwardConfig = new()
        {
            TargetGroups =
            [
                .. FirstWeights(Environment.Service.Controller, IsProduction).Select(one => new TargetGroupTuple
                {
                    TargetGroupArn = known.Get(PartIds.TargetGroup(one.IsBlue ? Environment.TargetGroups.Blue : Environment.TargetGroups.Green)).Arn,
                    Weight = one.Weight,
                }),
            ],
        },
    };
}
