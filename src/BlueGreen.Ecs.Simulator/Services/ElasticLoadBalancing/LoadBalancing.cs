using BlueGreen.Ecs.Simulator.Kernel;

namespace BlueGreen.Ecs.Simulator.Services.ElasticLoadBalancing;

/// <summary>The load balancers, target groups, listeners and rules of one region.</summary>
internal sealed class LoadBalancing : ILoadBalancing
{
    private readonly TargetHealthChecker _health;
    private readonly ForwardingIndex _forwarding = new();

    public LoadBalancing(Region region)
    {
        Region = region;
        _health = new TargetHealthChecker(region.World, this, change => TargetHealthChanged?.Invoke(change));
    }

    public event Action<TargetHealthChange>? TargetHealthChanged;

    public Region Region { get; }

    /// <summary>By ARN, in the order of creation.</summary>
    public OrderedDictionary<string, LoadBalancer> LoadBalancers { get; } = new(StringComparer.Ordinal);

    /// <summary>By ARN, in the order of creation.</summary>
    public OrderedDictionary<string, TargetGroup> TargetGroups { get; } = new(StringComparer.Ordinal);

    /// <summary>By ARN, in the order of creation.</summary>
    public OrderedDictionary<string, Listener> Listeners { get; } = new(StringComparer.Ordinal);

    /// <summary>Each resource's tags, by ARN.</summary>
    public Dictionary<string, SortedDictionary<string, string>> Tags { get; } = new(StringComparer.Ordinal);

    public TargetHealthChecker Health => _health;

    public LoadBalancer LoadBalancer(string arn) => LoadBalancers.GetValueOrDefault(arn) ?? throw ElbErrors.LoadBalancerNotFound;

    public TargetGroup TargetGroup(string arn) => TargetGroups.GetValueOrDefault(arn) ?? throw ElbErrors.TargetGroupNotFound;

    public Listener Listener(string arn) => Listeners.GetValueOrDefault(arn) ?? throw ElbErrors.ListenerNotFound;

    public Rule Rule(string arn) =>
        Listeners.Values.SelectMany(listener => listener.AllRules).FirstOrDefault(rule => string.Equals(rule.Arn, arn, StringComparison.Ordinal)) ?? throw ElbErrors.RuleNotFound;

    public IEnumerable<string> LoadBalancersOf(string targetGroupArn) =>
        _forwarding.ListenersOf(targetGroupArn).Select(listener => listener.LoadBalancerArn).Distinct(StringComparer.Ordinal);

    /// <summary>Checks that a listener of a load balancer may forward so.</summary>
    /// <exception cref="Wire.AwsErrorException">A target group is unknown, of another kind, or belongs to another load balancer.</exception>
    public RuleActions Admit(RuleActions actions, string loadBalancerArn)
    {
        Quotas.RequireTargetGroupsBehind(this, loadBalancerArn, actions);
        foreach (var group in actions.Weights.Select(weight => TargetGroup(weight.TargetGroupArn)))
        {
            if (LoadBalancersOf(group.Arn).Any(arn => !string.Equals(arn, loadBalancerArn, StringComparison.Ordinal)))
            {
                throw new Wire.AwsErrorException("TargetGroupAssociationLimit",
                    $"The following target groups cannot be associated with more than one load balancer: {group.Arn}");
            }

            if (loadBalancerArn.Contains(":loadbalancer/app/", StringComparison.Ordinal) && group.TargetType is not "lambda" && group.Protocol is not ("HTTP" or "HTTPS"))
            {
                throw new Wire.AwsErrorException("IncompatibleProtocols",
                    $"Target group '{group.Arn}' has the protocol {group.Protocol}, and an Application Load Balancer forwards only to HTTP and HTTPS");
            }
        }

        return actions;
    }

    /// <summary>Follows a change of what forwards to what: targets come into use or out of it, and the data plane hears of it.</summary>
    public void ForwardingChanged(Listener listener)
    {
        var exists = Listeners.ContainsKey(listener.Arn);
        foreach (var arn in _forwarding.Update(listener, exists))
        {
            if (TargetGroups.TryGetValue(arn, out var group))
            {
                _health.UseChanged(group);
            }
        }

        if (exists)
        {
            Region.World.DataPlane.ListenerChanged(listener.Arn, listener.Port);
        }
        else
        {
            Region.World.DataPlane.ListenerRemoved(listener.Arn);
        }
    }

    public string? FindTargetGroupArn(string name) =>
        TargetGroups.Values.FirstOrDefault(group => string.Equals(group.Name, name, StringComparison.Ordinal))?.Arn;

    public string? FindTargetGroupName(string targetGroupArn) => TargetGroups.GetValueOrDefault(targetGroupArn)?.Name;

    public bool IsBehindLoadBalancer(string targetGroupArn) => _forwarding.ListenersOf(targetGroupArn).Count > 0;

    public void RegisterTarget(string targetGroupArn, string ip, int port) => _health.Register(TargetGroup(targetGroupArn), ip, port);

    public void DeregisterTarget(string targetGroupArn, string ip, int port)
    {
        if (TargetGroups.TryGetValue(targetGroupArn, out var group))
        {
            _health.Deregister(group, ip, port);
        }
    }

    public TargetHealth? FindHealth(string targetGroupArn, string ip, int port) => TargetGroups.GetValueOrDefault(targetGroupArn)?.Find(ip, port)?.Health;

    public bool ListenerExists(string listenerArn) => Listeners.ContainsKey(listenerArn);

    public IReadOnlyDictionary<string, int> ForwardWeights(string listenerArn)
    {
        var listener = Listener(listenerArn);
        var forwarding = listener.AllRules.Reverse().FirstOrDefault(rule => rule.Actions.Weights.Count > 0);
        return forwarding?.Actions.Weights.ToDictionary(group => group.TargetGroupArn, group => group.Weight, StringComparer.Ordinal) ?? [];
    }

    public void SetForward(string listenerArn, IReadOnlyList<(string TargetGroupArn, int Weight)> weights)
    {
        var listener = Listener(listenerArn);
        var shares = weights.Select(group => new TargetGroupWeight(group.TargetGroupArn, weights.Count == 1 ? 1 : group.Weight)).ToList();
        var groups = shares.Select(group => group.TargetGroupArn).Concat(ForwardWeights(listenerArn).Keys).ToHashSet(StringComparer.Ordinal);
        var concerned = listener.AllRules.Where(rule => groups.Any(rule.Actions.Forwards)).DefaultIfEmpty(listener.DefaultRule).ToList();
        foreach (var rule in concerned)
        {
            rule.Actions = RuleActions.Forward(shares);
        }

        Tell("listener", listenerArn, shares);
        ForwardingChanged(listener);
    }

    public IReadOnlyDictionary<string, int>? FindRuleWeights(string arn) =>
        FindRule(arn)?.Actions.Weights.ToDictionary(group => group.TargetGroupArn, group => group.Weight, StringComparer.Ordinal);

    public void SetRuleForward(string arn, IReadOnlyList<(string TargetGroupArn, int Weight)> weights)
    {
        var rule = FindRule(arn) ?? throw ElbErrors.RuleNotFound;
        var shares = weights.Select(group => new TargetGroupWeight(group.TargetGroupArn, group.Weight)).ToList();
        rule.Actions = rule.Actions.WithWeights(shares);
        Tell("rule", arn, shares);
        ForwardingChanged(Listener(rule.ListenerArn));
    }

    private Rule? FindRule(string arn) =>
        Listeners.GetValueOrDefault(arn) is { LoadBalancerArn: var balancer, DefaultRule: var rule } && balancer.Contains(":loadbalancer/net/", StringComparison.Ordinal)
            ? rule
            : Listeners.Values.SelectMany(listener => listener.AllRules).FirstOrDefault(one => string.Equals(one.Arn, arn, StringComparison.Ordinal));

    private void Tell(string kind, string arn, List<TargetGroupWeight> shares) =>
        Region.World.History.Record(kind, arn, string.Join(", ", shares.Select(group => $"{FindTargetGroupName(group.TargetGroupArn)} {group.Weight}")));
}
