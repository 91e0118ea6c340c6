using System.Globalization;
using Amazon.ECS;
using Amazon.ECS.Model;
using BlueGreen.Ecs.Engines.EcsNative;
using BlueGreen.Ecs.Provisioning.Import;

namespace BlueGreen.Ecs.Migration;

/// <summary>A deployment group's settings in ECS's words. Pure.</summary>
internal static class MigrationMapping
{
    /// <summary>The service's settings from now on.</summary>
    public static DeploymentConfiguration Configuration(MigrationFacts facts)
    {
        var (shift, present) = (facts.Shift!, facts.Source.Service.DeploymentConfiguration);
        var names = ImportDraft.AlarmNames(facts.Source);
        return new()
        {
            Strategy = NativeStrategy.Of(shift),
            CanaryConfiguration = NativeStrategy.Canary(shift),
            LinearConfiguration = NativeStrategy.Linear(shift),
            BakeTimeInMinutes = (int)Bake(facts).TotalMinutes,
            DeploymentCircuitBreaker = new() { Enable = RollsBackOn(facts, "DEPLOYMENT_FAILURE"), Rollback = RollsBackOn(facts, "DEPLOYMENT_FAILURE") },
            Alarms = names.Count == 0 ? null : new() { AlarmNames = [.. names], Enable = true, Rollback = RollsBackOn(facts, "DEPLOYMENT_STOP_ON_ALARM") },
            LifecycleHooks = [.. Hooks(facts)],
            MaximumPercent = present?.MaximumPercent,
            MinimumHealthyPercent = present?.MinimumHealthyPercent,
        };
    }

    /// <summary>The service's target groups and rules from now on: what serves first, so that its weight is the one above zero.</summary>
    public static LoadBalancer Balancer(MigrationFacts facts) => new()
    {
        TargetGroupArn = facts.Serving,
        ContainerName = facts.Source.Live.ContainerName,
        ContainerPort = facts.Source.Live.ContainerPort,
        AdvancedConfiguration = new()
        {
            AlternateTargetGroupArn = facts.Alternate,
            ProductionListenerRule = facts.ProductionRules[0].RuleArn,
            TestListenerRule = facts.TestRule?.RuleArn,
            RoleArn = facts.RoleArn,
        },
    };

    public static TimeSpan Bake(MigrationFacts facts) => Wait(facts) > NativeStrategy.LongestBake ? NativeStrategy.LongestBake : Wait(facts);

    public static IEnumerable<MigratedSetting> Mapped(MigrationFacts facts)
    {
        var (shift, configuration) = (facts.Shift!, Configuration(facts));
        yield return new($"deploymentConfigName {facts.Group.Info.DeploymentConfigName}", $"strategy {NativeStrategy.Of(shift)}{Parts(shift)}");
        yield return new(Text($"terminationWaitTimeInMinutes {Wait(facts).TotalMinutes}"), Text($"bakeTimeInMinutes {Bake(facts).TotalMinutes}"));
        yield return new($"targetGroupPairInfoList {string.Join(" and ", facts.Pair)}", $"targetGroupArn {facts.Serving}, alternateTargetGroupArn {facts.Alternate}");
        yield return new($"prodTrafficRoute {facts.Source.Traffic.Production.Arn}", $"productionListenerRule {facts.ProductionRules[0].RuleArn}");
        if (facts.TestRule is { } test)
        {
            yield return new($"testTrafficRoute {facts.Source.Traffic.Test!.Arn}", $"testListenerRule {test.RuleArn}");
        }

        yield return new($"serviceRoleArn {facts.Group.Info.ServiceRoleArn}", $"infrastructure role {facts.RoleArn}");
        yield return new($"autoRollbackConfiguration {string.Join(' ', Events(facts))}", Text($"deploymentCircuitBreaker enable {configuration.DeploymentCircuitBreaker.Enable}"));
        if (configuration.Alarms is { } alarms)
        {
            yield return new($"alarmConfiguration {string.Join(' ', alarms.AlarmNames)}", Text($"alarms {string.Join(' ', alarms.AlarmNames)}, rollback {alarms.Rollback}"));
        }

        foreach (var hook in facts.Options.HookRoleArn is null ? [] : facts.Source.LastSpec?.Hooks ?? [])
        {
            yield return new($"{hook.Event} {hook.Function}", $"{StageOf(hook.Event)} {hook.Function}");
        }
    }

    /// <summary>The lifecycle stage at which ECS asks what CodeDeploy asks at an event.</summary>
    public static string StageOf(HookEvent happened) => happened.Name switch
    {
        "BeforeInstall" => LifecycleStages.PreScaleUp,
        "AfterInstall" => LifecycleStages.PostScaleUp,
        "AfterAllowTraffic" => LifecycleStages.PostProductionTrafficShift,
        _ => LifecycleStages.PostTestTrafficShift, // Behind the test traffic and before production traffic, once, whatever the shift.
    };

    /// <summary>How long CodeDeploy keeps the old version.</summary>
    public static TimeSpan Wait(MigrationFacts facts) =>
        TimeSpan.FromMinutes(facts.Group.Info.BlueGreenDeploymentConfiguration?.TerminateBlueInstancesOnDeploymentSuccess?.TerminationWaitTimeInMinutes ?? 0);

    private static IEnumerable<DeploymentLifecycleHook> Hooks(MigrationFacts facts) => facts.Options.HookRoleArn is not { } role ? [] : (facts.Source.LastSpec?.Hooks ?? []).Select(hook => new DeploymentLifecycleHook
    {
        TargetType = DeploymentLifecycleHookTargetType.AWS_LAMBDA,
        HookTargetArn = hook.Function.StartsWith("arn:", StringComparison.Ordinal) ? hook.Function : facts.Source.Place.Arn("lambda", $"function:{hook.Function}"),
        RoleArn = role,
        LifecycleStages = [StageOf(hook.Event)],
    });

    private static List<string> Events(MigrationFacts facts) => facts.Group.Info.AutoRollbackConfiguration is { Enabled: true, Events: { } events } ? events : [];

    private static bool RollsBackOn(MigrationFacts facts, string happened) => Events(facts).Contains(happened, StringComparer.Ordinal);

    private static string Parts(TrafficShift shift) => shift.Kind == TrafficShiftKind.AllAtOnce ? string.Empty : Text($" of {shift.Percent} percent, {shift.Interval.TotalMinutes} minutes");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
