using Amazon.ECS.Model;
using Amazon.ElasticLoadBalancingV2.Model;

namespace BlueGreen.Ecs.Engines.TaskSets;

/// <summary>What was read before a deployment; checks look only at this.</summary>
internal sealed record TaskSetFacts
{
    public required Deployment Deployment { get; init; }

    public required LiveService Service { get; init; }

    /// <summary>The service's task sets.</summary>
    public required IReadOnlyList<TaskSet> Sets { get; init; }

    /// <summary>The rules of all listeners of the load balancer, each with its default rule.</summary>
    public required IReadOnlyList<Rule> Rules { get; init; }

    /// <summary>The two target groups, as far as they were found.</summary>
    public IReadOnlyList<TargetGroup> Groups { get; init; } = [];

    /// <summary>The states of the deployment's alarms, by name; an alarm that is not there is missing.</summary>
    public IReadOnlyDictionary<string, string> Alarms { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The version that serves.</summary>
    public TaskSet? Primary => Sets.FirstOrDefault(set => set.Status == TaskSetWords.Primary);

    /// <summary>The ARN of its target group.</summary>
    public string? LiveGroup => TaskSetWords.GroupOf(Primary);

    /// <summary>The rules that forward to it and have it get something, or that share between it and another.</summary>
    public IReadOnlyList<Rule> LiveRules => LiveGroup is { } live ? [.. Rules.Where(rule => ForwardRules.Weights(rule).ContainsKey(live))] : [];

    /// <summary>The rule with production traffic: the one that names both groups, or else one that names the serving group.</summary>
    public Rule? Production => LiveRules.OrderByDescending(rule => ForwardRules.Weights(rule).Count > 1).FirstOrDefault();

    /// <summary>The ARN of the target group that the new version will use.</summary>
    public string? IdleGroup => ForwardRules.Weights(Production) is { Count: 2 } pair ? pair.Keys.First(group => group != LiveGroup) : null;

    /// <summary>The default rule of another listener, which sends what it gets to the idle group.</summary>
    public Rule? Test => IdleGroup is not { } idle ? null : Rules.FirstOrDefault(rule =>
        rule.IsDefault is true && rule != Production && ForwardRules.Weights(rule) is { Count: 1 } only && only.ContainsKey(idle) && rule.RuleArn != Production?.RuleArn);

    /// <summary>This library's deployment that is under way.</summary>
    public TaskSet? Running => Sets.FirstOrDefault(set => IsRunning(set, Sets));

    /// <summary>Whether the deployment that made a task set has something left to do.</summary>
    public static bool IsRunning(TaskSet set, IReadOnlyList<TaskSet> sets) =>
        set.Status != TaskSetWords.Draining && TaskSetTags.Settings(set) is { } settings && TaskSetTags.Progress(set) is var progress
        && (set.Status == TaskSetWords.Primary
            ? sets.Any(other => other.Id == settings.BlueId && other.Status != TaskSetWords.Draining)
            : IsAhead(set, settings, sets) && (progress.Stopped is null || progress.RollBack is not null));

    // A task set that is neither the service's nor newer than the service's is what a finished deployment leaves behind for a moment.
    private static bool IsAhead(TaskSet set, TaskSetSettings settings, IReadOnlyList<TaskSet> sets) =>
        !sets.Any(other => other.Status == TaskSetWords.Primary && TaskSetTags.Settings(other)?.BlueId == set.Id) && settings.BlueId.Length > 0;
}
