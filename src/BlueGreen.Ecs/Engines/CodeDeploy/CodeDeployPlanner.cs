using BlueGreen.Ecs.Documents;

namespace BlueGreen.Ecs.Engines.CodeDeploy;

/// <summary>Turns what was read into a plan.</summary>
internal sealed class CodeDeployPlanner(FactsReader reader, IEnumerable<ICodeDeployCheck> checks, IEnumerable<IDocumentRule> rules)
{
    // CodeDeploy gives the new tasks, and each hook, an hour.
    private static readonly TimeSpan InstallLimit = TimeSpan.FromMinutes(60);
    private static readonly TimeSpan HookLimit = TimeSpan.FromMinutes(60);
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(10);

    /// <summary>The step of a deployment group that waits for somebody before production traffic moves.</summary>
    public static PlannedStep ReadyWait { get; } = new(Stage.TestTraffic, "wait until the deployment is continued", 0, After: null);

    public async Task<DeploymentPlan> PlanAsync(Deployment deployment, LiveService service, CancellationToken cancellationToken)
    {
        var facts = await reader.ReadAsync(deployment, service, cancellationToken).ConfigureAwait(false);
        return new()
        {
            Deployment = deployment,
            Service = service,
            Engine = CodeDeployEngine.EngineName,
            TaskDefinition = facts.TaskDefinition,
            EqualRevisionArn = facts.Revisions.FindEqual(facts.TaskDefinition),
            Changes = facts.Revisions.DiffTo(facts.TaskDefinition),
            AppSpec = facts.AppSpec,
            CodeDeploy = facts.Target,
            Traffic = Traffic(facts),
            Steps = Steps(facts).ToEquatableArray(),
            Deadline = InstallLimit + facts.ReadyWait + (facts.AppSpec.Hooks.Count * HookLimit) + deployment.Shift.Duration + facts.TerminationWait + Margin,
            Findings = [.. deployment.Notes, .. DocumentChecks.Check(Documents(facts), rules), .. checks.SelectMany(check => check.Check(facts))],
        };
    }

    private static PlannedTraffic Traffic(CodeDeployFacts facts) => new()
    {
        ProductionListenerArn = facts.Group.LoadBalancerInfo.ProductionListener,
        TestListenerArn = facts.Group.LoadBalancerInfo.TestListener,
        TargetGroups = facts.Group.LoadBalancerInfo.TargetGroups.ToEquatableArray(),
        RoleArn = facts.Group.ServiceRoleArn,
        Alarms = facts.AlarmNames.ToEquatableArray(),
        Hooks = facts.AppSpec.Hooks.Select(hook => new PlannedHook(hook.Event.ToString(), hook.Function)).ToEquatableArray(),
    };

    private static DocumentSet Documents(CodeDeployFacts facts) => new()
    {
        TaskDefinition = new(facts.TaskDefinition, facts.Deployment.TaskDefinitionMap ?? DocumentMap.None("task definition")),
        AppSpec = new(facts.AppSpec, facts.Deployment.AppSpecMap ?? DocumentMap.None("AppSpec")),
    };

    private static IEnumerable<PlannedStep> Steps(CodeDeployFacts facts)
    {
        yield return new(Stage.Install, $"start {facts.Service.DesiredCount} new tasks beside the old ones", 0, After: null);
        if (facts.HasTestListener)
        {
            yield return new(Stage.TestTraffic, "send test traffic to the new tasks", 0, After: null);
        }

        if (facts.WaitsForContinue)
        {
            yield return ReadyWait;
        }

        foreach (var step in facts.Deployment.Shift.Steps)
        {
            yield return new(Stage.ProductionTraffic, FormattableString.Invariant($"shift {step.GreenPercent} percent of production traffic"), step.GreenPercent, step.Offset);
        }

        yield return new(Stage.Bake, "keep the old tasks for a way back", 100, TimeSpan.Zero);
        yield return new(Stage.Finished, "remove the old tasks", 100, facts.TerminationWait);
    }
}
