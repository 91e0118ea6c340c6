using Amazon.ECS;
using Amazon.ECS.Model;
using BlueGreen.Ecs.Planning;
using BlueGreen.Ecs.Watching;

namespace BlueGreen.Ecs.Engines.TaskSets;

/// <summary>Looks at a deployment: both task sets with their tags, the rules, the targets, the alarms.</summary>
internal sealed class TaskSetReader(IAmazonECS ecs, RuleReader rules, AlarmReader alarms, ReadBudgets budgets, TimeProvider clock)
{
    /// <summary>A service's task sets with their tags.</summary>
    public async Task<IReadOnlyList<TaskSet>> ReadSetsAsync(ServiceReference service, CancellationToken cancellationToken)
    {
        await budgets.TaskSets.TakeAsync(cancellationToken).ConfigureAwait(false);
        var request = new DescribeTaskSetsRequest { Cluster = service.Cluster, Service = service.Name, Include = ["TAGS"] };
        var response = await PatientCalls.CallAsync("ecs:DescribeTaskSets", () => ecs.DescribeTaskSetsAsync(request, cancellationToken), clock, cancellationToken).ConfigureAwait(false);
        return response.TaskSets ?? [];
    }

    /// <summary>Looks at all that decides.</summary>
    public async Task<TaskSetSnapshot> LookAsync(ServiceReference service, string deploymentId, CancellationToken cancellationToken)
    {
        // Tags first, weights later: who writes sets weights first, so that they are never behind the tags.
        var sets = await ReadSetsAsync(service, cancellationToken).ConfigureAwait(false);
        var green = sets.FirstOrDefault(set => set.ExternalId == deploymentId);
        var settings = green is null ? null : TaskSetTags.Settings(green);
        var primary = sets.FirstOrDefault(set => set.Status == TaskSetWords.Primary);
        var blue = settings is null ? primary : sets.FirstOrDefault(set => set.Id == settings.BlueId);
        var greenGroup = TaskSetWords.GroupOf(green);
        var rule = rules.FindAsync(settings?.RuleArn, cancellationToken);
        var test = rules.FindAsync(settings?.TestRuleArn, cancellationToken);
        var healthy = rules.CountHealthyAsync(greenGroup, cancellationToken);
        var red = alarms.FindRedAsync(settings?.Alarms ?? [], cancellationToken);
        var (production, testing) = (await rule.ConfigureAwait(false), await test.ConfigureAwait(false));
        var blueGroup = TaskSetWords.GroupOf(blue) ?? ForwardRules.Weights(production).Keys.FirstOrDefault(group => group != greenGroup);
        var share = settings is null && blueGroup is not null
            ? await ShareOfAsync(blueGroup, cancellationToken).ConfigureAwait(false)
            : ForwardRules.Weights(production, blueGroup, greenGroup);
        return new()
        {
            Service = service,
            DeploymentId = deploymentId,
            Green = green,
            GreenGroup = greenGroup,
            BlueGroup = blueGroup,
            Rule = production,
            TestRule = testing,
            State = new()
            {
                Settings = settings,
                Progress = green is null ? TaskSetProgress.None : TaskSetTags.Progress(green),
                Green = green is null ? null : Version(green, await healthy.ConfigureAwait(false)),
                Blue = blue is null ? null : Version(blue, healthy: 0),
                IsReplaced = IsReplaced(primary, green, blue, deploymentId),
                RivalId = green is null ? null : RivalOf(green, sets),
                Weights = share,
                HasRule = settings is null || production is not null,
                Test = TestTargetOf(testing, blueGroup, greenGroup),
                RedAlarms = await red.ConfigureAwait(false),
                Now = clock.GetUtcNow(),
            },
        };
    }

    /// <summary>The deployment of an older task set that is under way beside this one.</summary>
    public static string? RivalOf(TaskSet green, IEnumerable<TaskSet> sets) => sets
        .Where(set => set.Status == TaskSetWords.Active && set.Id != green.Id && TaskSetTags.DeploymentOf(set) is not null && TaskSetTags.Progress(set) is { Stopped: null, RollBack: null })
        .Where(set => green.Status == TaskSetWords.Active && (set.CreatedAt < green.CreatedAt || (set.CreatedAt == green.CreatedAt && string.CompareOrdinal(set.Id, green.Id) < 0)))
        .Where(set => TaskSetTags.Settings(green)?.BlueId != set.Id)
        .Select(TaskSetTags.DeploymentOf).FirstOrDefault();

    // Without its task set, only the time in its id tells whether the version that serves came later.
    private static bool IsReplaced(TaskSet? primary, TaskSet? green, TaskSet? blue, string deploymentId) => green is null
        ? primary is null || DeploymentIds.BegunAt(deploymentId) is not { } begun || TaskSetWords.Time(primary.CreatedAt) > begun
        : primary is not null && primary.Id != green.Id && primary.Id != blue?.Id;

    private async Task<ForwardWeights?> ShareOfAsync(string group, CancellationToken cancellationToken)
    {
        var weights = (await rules.ReadAroundAsync(group, cancellationToken).ConfigureAwait(false)).Select(ForwardRules.Weights).FirstOrDefault(found => found.GetValueOrDefault(group) > 0);
        return weights is null ? new(0, 0) : new(weights[group], weights.Values.Sum() - weights[group]);
    }

    private static TestTarget TestTargetOf(Amazon.ElasticLoadBalancingV2.Model.Rule? rule, string? blue, string? green) => ForwardRules.Weights(rule, blue, green) switch
    {
        _ when rule is null => TestTarget.None,
        { IsAllBlue: true } => TestTarget.Blue,
        { IsAllGreen: true } => TestTarget.Green,
        _ => TestTarget.Other,
    };

    private static VersionState Version(TaskSet set, int healthy) => new()
    {
        Id = set.Id,
        Status = set.Status switch
        {
            TaskSetWords.Primary => TaskSetStatus.Primary,
            TaskSetWords.Draining => TaskSetStatus.Draining,
            _ => TaskSetStatus.Active,
        },
        CreatedAt = TaskSetWords.Time(set.CreatedAt),
        Scale = set.Scale?.Value ?? 0,
        Tasks = new(set.ComputedDesiredCount ?? 0, set.RunningCount ?? 0, set.PendingCount ?? 0),
        IsSteady = set.StabilityStatus == StabilityStatus.STEADY_STATE,
        SteadyChangedAt = TaskSetWords.Time(set.StabilityStatusAt),
        Healthy = healthy,
    };
}
