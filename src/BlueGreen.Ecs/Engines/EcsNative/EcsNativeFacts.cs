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

    /// <summary>The ARN of the service deployment that is running. Default: none.</summary>
    public string? RunningDeployment { get; init; }

    public bool HasTestListener => LoadBalancers.Any(balancer => balancer.AdvancedConfiguration?.TestListenerRule is not null);

    public TimeSpan Bake => Deployment.Bake ?? TimeSpan.FromMinutes(Configuration.BakeTimeInMinutes ?? 0);
}
