using BlueGreen.Ecs.Documents;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Engines.TaskSets;

/// <summary>Turns what was read into a plan.</summary>
internal sealed class TaskSetPlanner(TaskSetFactsReader reader, TaskDefinitionRegistry registry, IEnumerable<ITaskSetCheck> checks, IEnumerable<IDocumentRule> rules)
{
    // The run's own deadline lies behind the deployment's, which rolls back.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(20);

    public async Task<DeploymentPlan> PlanAsync(Deployment deployment, LiveService service, CancellationToken cancellationToken)
    {
        var (definition, revisions) = await registry.ReadWantedAsync(deployment, service, cancellationToken).ConfigureAwait(false);
        var facts = await reader.ReadAsync(deployment, service, cancellationToken).ConfigureAwait(false);
        var spec = deployment.AppSpec ?? (service is { ContainerName: { } container, ContainerPort: { } port }
            ? AppSpecDocument.DeriveFrom(service)
            : new AppSpec { ContainerName = definition.ContainerDefinitions.Select(one => one.Name).FirstOrDefault() ?? string.Empty, ContainerPort = 0 });
        return new()
        {
            Deployment = deployment,
            Service = service,
            Engine = TaskSetsEngine.EngineName,
            TaskDefinition = definition,
            EqualRevisionArn = revisions.FindEqual(definition),
            Changes = revisions.DiffTo(definition),
            AppSpec = spec,
            Traffic = new()
            {
                ProductionListenerArn = ListenerRules.ListenerOf(facts.Production?.RuleArn),
                TestListenerArn = ListenerRules.ListenerOf(facts.Test?.RuleArn),
                TargetGroups = new[] { facts.LiveGroup, facts.IdleGroup }.OfType<string>().Select(TargetGroupArn.NameOf).ToEquatableArray(),
                Alarms = facts.Alarms.Keys.Order(StringComparer.Ordinal).ToEquatableArray(),
            },
            Steps = Steps(facts).ToEquatableArray(),
            Deadline = DeadlineOf(SettingsOf(facts)),
            Findings =
            [
                .. deployment.Notes,
                .. service.ContainerPort is null && deployment.AppSpec is null ? [] : DocumentChecks.Check(Documents(deployment, definition, spec), rules),
                .. UnknownMemberFindings.Of(definition),
                .. Check(facts),
            ],
        };
    }

    /// <summary>What speaks against the deployment, as far as the service and its load balancer do.</summary>
    public IEnumerable<Finding> Check(TaskSetFacts facts) => checks.SelectMany(check => check.Check(facts));

    /// <summary>How long a run of a deployment with these settings is watched.</summary>
    public static TimeSpan DeadlineOf(TaskSetSettings settings) => settings.Deadline + Margin;

    /// <summary>The settings of a deployment that would start now.</summary>
    public static TaskSetSettings SettingsOf(TaskSetFacts facts) =>
        TaskSetSettings.Of(facts.Deployment, facts.Primary?.Id ?? string.Empty, facts.Production?.RuleArn ?? string.Empty, facts.Test?.RuleArn);

    private static DocumentSet Documents(Deployment deployment, TaskDefinition definition, AppSpec spec) => new()
    {
        TaskDefinition = new(definition, deployment.TaskDefinitionMap ?? DocumentMap.None("task definition")),
        AppSpec = new(spec, deployment.AppSpecMap ?? DocumentMap.None("AppSpec")),
    };

    private static IEnumerable<PlannedStep> Steps(TaskSetFacts facts)
    {
        var (deployment, desired) = (facts.Deployment, facts.Service.DesiredCount);
        var first = deployment.ScaleWithTraffic ? (int)Math.Ceiling(desired * deployment.Shift.Steps[0].GreenPercent / 100) : desired;
        yield return new(Stage.Install, FormattableString.Invariant($"start {first} new tasks beside the {desired} old ones"), 0, After: null);
        if (facts.Test is not null)
        {
            yield return new(Stage.TestTraffic, "send test traffic to the new tasks", 0, After: null);
        }

        foreach (var step in deployment.Shift.Steps)
        {
            var weights = ForwardWeights.For(step.GreenPercent);
            yield return new(
                Stage.ProductionTraffic,
                FormattableString.Invariant($"shift {step.GreenPercent} percent of production traffic: weights {weights.Blue} and {weights.Green}"),
                step.GreenPercent,
                step.Offset);
        }

        yield return new(Stage.Bake, "keep the old tasks for a way back", 100, TimeSpan.Zero);
        yield return new(Stage.Finished, "make the new task set the primary one, and delete the old one", 100, deployment.Bake ?? TimeSpan.Zero);
    }
}
