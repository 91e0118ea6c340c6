using Amazon.ECS.Model;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Engines.EcsNative;

/// <summary>What was read before a deployment; checks look only at this.</summary>
internal sealed record EcsNativeFacts
{
    public required Deployment Deployment { get; init; }

    /// <summary>The service, with the target group that serves.</summary>
    public required LiveService Service { get; init; }

    /// <summary>The service's own deployment configuration.</summary>
    public required DeploymentConfiguration Configuration { get; init; }

    public required IReadOnlyList<LoadBalancer> LoadBalancers { get; init; }

    public required TaskDefinition TaskDefinition { get; init; }

    /// <summary>What ECS has of the family, and what runs. Default: nothing.</summary>
    public RegisteredRevisions Revisions { get; init; } = new(NewestArn: null, Newest: null, Running: null);

    /// <summary>For each production listener rule how it weighs target groups, by ARN; <see langword="null"/> for a rule that does not exist.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>?> ProductionRules { get; init; }

    /// <summary>The production rules that weigh the two target groups of a load balancer's entry.</summary>
    public IEnumerable<(string Rule, string[] Groups, IReadOnlyDictionary<string, int>? Weights)> Pairs =>
        from balancer in LoadBalancers
        let advanced = balancer.AdvancedConfiguration
        where advanced is { ProductionListenerRule.Length: > 0, AlternateTargetGroupArn.Length: > 0 }
        select (advanced.ProductionListenerRule, new[] { balancer.TargetGroupArn, advanced.AlternateTargetGroupArn }, ProductionRules[advanced.ProductionListenerRule]);

    /// <summary>How many targets a target group of a production rule has, by ARN; those that drain do not count.</summary>
    public IReadOnlyDictionary<string, int> Targets { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>The states of <see cref="AlarmNames"/>, by name; an alarm that is not there is missing. <see langword="null"/> when nobody may look at alarms. Default: none.</summary>
    public IReadOnlyDictionary<string, string>? Alarms { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The ARN of the service deployment that is running. Default: none.</summary>
    public string? RunningDeployment { get; init; }

    public bool HasTestListener => LoadBalancers.Any(balancer => balancer.AdvancedConfiguration?.TestListenerRule is not null);

    /// <summary>The alarms that ECS will watch: the service's and the deployment's.</summary>
    public IReadOnlyList<string> AlarmNames => NativeConfiguration.Alarms(Deployment, Configuration.Alarms) is { Enable: true, AlarmNames: { } names } ? names : [];

    public TimeSpan Bake => Deployment.Bake ?? TimeSpan.FromMinutes(Configuration.BakeTimeInMinutes ?? 0);
}
