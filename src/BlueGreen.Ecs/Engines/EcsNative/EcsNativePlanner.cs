using BlueGreen.Ecs.Documents;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Engines.EcsNative;

/// <summary>Turns what was read into a plan.</summary>
internal sealed class EcsNativePlanner(EcsNativeFactsReader reader, IEnumerable<IEcsNativeCheck> checks, IEnumerable<IDocumentRule> rules)
{
    // ECS itself would try for a day; tasks that do not serve within the hour will not serve.
    private static readonly TimeSpan InstallLimit = TimeSpan.FromMinutes(60);

    // Target groups drain for up to an hour.
    private static readonly TimeSpan CleanUpLimit = TimeSpan.FromMinutes(60);
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(10);

    public async Task<DeploymentPlan> PlanAsync(Deployment deployment, LiveService service, CancellationToken cancellationToken)
    {
        var facts = await reader.ReadAsync(deployment, service, cancellationToken).ConfigureAwait(false);
        var documents = new DocumentSet { TaskDefinition = new(facts.TaskDefinition, deployment.TaskDefinitionMap ?? DocumentMap.None("task definition")) };
        return new()
        {
            Deployment = deployment,
            Service = facts.Service,
            Engine = EcsNativeEngine.EngineName,
            TaskDefinition = facts.TaskDefinition,
            EqualRevisionArn = facts.Revisions.FindEqual(facts.TaskDefinition),
            Changes = facts.Revisions.DiffTo(facts.TaskDefinition),
            Traffic = Traffic(facts),
            Steps = Steps(facts).ToEquatableArray(),
            Deadline = InstallLimit + HookLimit(facts) + deployment.Shift.Duration + facts.Bake + CleanUpLimit + Margin,
            Findings = [.. deployment.Notes, .. DocumentChecks.Check(documents, rules), .. checks.SelectMany(check => check.Check(facts))],
        };
    }

    private static PlannedTraffic Traffic(EcsNativeFacts facts)
    {
        var balancer = facts.LoadBalancers.FirstOrDefault(one => one.AdvancedConfiguration is not null);
        var advanced = balancer?.AdvancedConfiguration;
        return new()
        {
            ProductionListenerArn = ListenerRules.ListenerOf(advanced?.ProductionListenerRule),
            TestListenerArn = ListenerRules.ListenerOf(advanced?.TestListenerRule),
            TargetGroups = new[] { balancer?.TargetGroupArn, advanced?.AlternateTargetGroupArn }.OfType<string>().Select(TargetGroupArn.NameOf).ToEquatableArray(),
            RoleArn = advanced?.RoleArn,
            Alarms = facts.AlarmNames.ToEquatableArray(),
            Hooks = (facts.Configuration.LifecycleHooks ?? []).Select(Planned).OfType<PlannedHook>().ToEquatableArray(),
        };
    }

    // A hook that waits calls nothing.
    private static PlannedHook? Planned(Amazon.ECS.Model.DeploymentLifecycleHook hook) =>
        GateHooks.IsPause(hook) || hook.HookTargetArn is not { Length: > 0 } function ? null : new(string.Join(", ", GateHooks.Stages(hook)), function, hook.RoleArn);

    // The hooks of a stage run beside each other, so that the slowest counts. The one before each step is called again and again, within its stage's day.
    private static TimeSpan HookLimit(EcsNativeFacts facts)
    {
        var limits = GateHooks.For(facts.Deployment, facts.Configuration.LifecycleHooks)
            .SelectMany(hook => GateHooks.Stages(hook).Select(stage => (Stage: stage, Limit: LimitOf(hook, stage))))
            .GroupBy(one => one.Stage, one => one.Limit, StringComparer.Ordinal);
        return limits.Aggregate(TimeSpan.Zero, (sum, ofStage) => sum + ofStage.Max());
    }

    private static TimeSpan LimitOf(Amazon.ECS.Model.DeploymentLifecycleHook hook, string stage) =>
        stage != LifecycleStages.PreProductionTrafficShift && hook.TimeoutConfiguration?.TimeoutInMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : GateHooks.Timeout;

    private static IEnumerable<PlannedStep> Steps(EcsNativeFacts facts)
    {
        var gates = facts.Deployment.Gates.Select(gate => gate.Stage).ToHashSet();
        if (gates.Contains(Stage.Pending))
        {
            yield return Hold(Stage.Pending, 0);
        }

        yield return new(Stage.Install, $"start {facts.Service.DesiredCount} new tasks beside the old ones", 0, After: null);
        if (gates.Contains(Stage.Install))
        {
            yield return Hold(Stage.Install, 0);
        }

        if (facts.HasTestListener)
        {
            yield return new(Stage.TestTraffic, "send test traffic to the new tasks", 0, After: null);
        }

        if (gates.Contains(Stage.TestTraffic))
        {
            yield return Hold(Stage.TestTraffic, 0);
        }

        foreach (var step in facts.Deployment.Shift.Steps)
        {
            yield return new(Stage.ProductionTraffic, FormattableString.Invariant($"shift {step.GreenPercent} percent of production traffic"), step.GreenPercent, step.Offset);
            if (gates.Contains(Stage.ProductionTraffic))
            {
                yield return Hold(Stage.ProductionTraffic, step.GreenPercent);
            }
        }

        yield return new(Stage.Bake, "keep the old tasks for a way back", 100, TimeSpan.Zero);
        yield return new(Stage.Finished, "remove the old tasks", 100, facts.Bake);
    }

    private static PlannedStep Hold(Stage stage, double greenPercent) => new(stage, "ask the gates", greenPercent, After: null);
}
