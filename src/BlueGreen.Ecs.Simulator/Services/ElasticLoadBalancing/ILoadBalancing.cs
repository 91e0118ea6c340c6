namespace BlueGreen.Ecs.Simulator.Services.ElasticLoadBalancing;

/// <summary>What ECS and CodeDeploy need of one region's load balancers, beside the public API. Called under the world's lock.</summary>
internal interface ILoadBalancing
{
    /// <summary>Raised, under the world's lock, when a target's health changes; also when it becomes unused.</summary>
    event Action<TargetHealthChange>? TargetHealthChanged;

    /// <returns>The ARN of the target group of that name, or <see langword="null"/>.</returns>
    string? FindTargetGroupArn(string name);

    /// <returns>The target group's name, or <see langword="null"/> where there is no such ARN.</returns>
    string? FindTargetGroupName(string targetGroupArn);

    /// <returns>Whether a listener or a rule forwards to the target group, also with weight zero.</returns>
    bool IsBehindLoadBalancer(string targetGroupArn);

    /// <returns>The load balancers that forward to a target group, each once.</returns>
    IEnumerable<string> LoadBalancersOf(string targetGroupArn);

    /// <summary>Registers an IP target, which starts <c>initial</c> (or <c>unused</c> behind no listener) and is then health-checked.</summary>
    void RegisterTarget(string targetGroupArn, string ip, int port);

    /// <summary>Starts draining a target; after the deregistration delay it is gone. An unknown target is passed over.</summary>
    void DeregisterTarget(string targetGroupArn, string ip, int port);

    /// <returns>The target's health, or <see langword="null"/> when it is not registered.</returns>
    TargetHealth? FindHealth(string targetGroupArn, string ip, int port);

    /// <returns>Whether the listener exists.</returns>
    bool ListenerExists(string listenerArn);

    /// <summary>The weights by which a listener's default action, and every rule of it that forwards to one of these groups, shares its traffic.</summary>
    /// <returns>Target-group ARN to weight as it stands; a single forward counts as weight 1.</returns>
    IReadOnlyDictionary<string, int> ForwardWeights(string listenerArn);

    /// <summary>
    /// Rewrites what the listener forwards: its default action and every rule that forwards to one of the named groups, or to one that the
    /// listener has forwarded to so far. Stickiness is switched off, as CodeDeploy does.
    /// </summary>
    /// <param name="listenerArn">An existing listener.</param>
    /// <param name="weights">Target-group ARN and weight, in the order in which they shall be listed; one entry gives a plain forward.</param>
    void SetForward(string listenerArn, IReadOnlyList<(string TargetGroupArn, int Weight)> weights);

    /// <param name="arn">A rule, the default ones included, or a listener of a Network Load Balancer.</param>
    /// <returns>Target-group ARN to weight, empty where the rule does not forward; <see langword="null"/> where there is no such rule.</returns>
    IReadOnlyDictionary<string, int>? FindRuleWeights(string arn);

    /// <summary>Rewrites to whom one rule forwards, and by which weights. Its stickiness, and what it does before it forwards, stay.</summary>
    /// <param name="arn">An existing rule, or a listener of a Network Load Balancer.</param>
    /// <param name="weights">Target-group ARN and weight, in the order in which they shall be listed.</param>
    void SetRuleForward(string arn, IReadOnlyList<(string TargetGroupArn, int Weight)> weights);
}
