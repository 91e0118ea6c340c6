using BlueGreen.Ecs.Engines.EcsNative;

namespace BlueGreen.Ecs.Migration;

/// <summary>What of a deployment group has no counterpart in ECS, and what is to be known before. Pure.</summary>
internal static class MigrationNotes
{
    public static IEnumerable<MigrationNote> Of(MigrationFacts facts)
    {
        var (info, group) = (facts.Group.Info, facts.Group.Target.ToString());
        yield return new(
            facts.Source.Service.ServiceArn,
            "A new load balancer configuration has ECS start a deployment: the version that runs is brought up once more in the other target group, and traffic moves there by the new strategy. The tasks that serve now serve until then.",
            "Migrate when a deployment may run, with room for twice the tasks.");
        if (MigrationMapping.Wait(facts) > NativeStrategy.LongestBake)
        {
            yield return new(group, FormattableString.Invariant($"CodeDeploy keeps the old version {MigrationMapping.Wait(facts).TotalMinutes} minutes, ECS at most {NativeStrategy.LongestBake.TotalMinutes}."), "None; the bake time is the longest that ECS knows.");
        }

        if (info.BlueGreenDeploymentConfiguration?.DeploymentReadyOption is { ActionOnTimeout.Value: "STOP_DEPLOYMENT", WaitTimeInMinutes: var minutes })
        {
            yield return new(group, FormattableString.Invariant($"CodeDeploy waits up to {minutes ?? 0} minutes to be told to move traffic. A PAUSE hook of ECS would hold this migration too, and is not set."), "Deploy with a gate at Stage.TestTraffic, or add a PAUSE hook at POST_TEST_TRAFFIC_SHIFT afterwards.");
        }

        foreach (var hook in facts.Source.LastSpec?.Hooks ?? [])
        {
            yield return facts.Options.HookRoleArn is null
                ? new(hook.Function, $"The hook at {hook.Event} is not carried over: ECS wants hookStatus as the function's result, CodeDeploy a call of PutLifecycleEventHookExecutionStatus.", $"Have the function answer ECS, and give {nameof(MigrationOptions.HookRoleArn)}; it is asked at {MigrationMapping.StageOf(hook.Event)} then.")
                : new(hook.Function, $"ECS asks the function at {MigrationMapping.StageOf(hook.Event)}, in this migration's deployment first, and wants hookStatus as its result.", "Have the function answer ECS before.");
        }

        if (facts.Source.LastSpec is null && info.LastSuccessfulDeployment?.DeploymentId is { } last)
        {
            yield return new(group, $"The AppSpec of the last deployment {last} cannot be read any more; whether it had hooks is not known.", "Look into the AppSpec with which the service is deployed.");
        }

        foreach (var trigger in info.TriggerConfigurations ?? [])
        {
            yield return new(trigger.TriggerTargetArn ?? group, $"The trigger {trigger.TriggerName} tells of deployments of CodeDeploy only.", "Have a rule of EventBridge for ECS deployment state changes tell there.");
        }

        if (info.AlarmConfiguration is { Enabled: true, IgnorePollAlarmFailure: true })
        {
            yield return new(group, "CodeDeploy goes on when it cannot read alarms; ECS has no such setting.", "None.");
        }

        if (!facts.Options.RemovesCodeDeploy)
        {
            yield return new(group, "The deployment group stays, and deploys nothing any more; a pipeline that uses it fails.", $"Remove it, or migrate with {nameof(MigrationOptions.RemovesCodeDeploy)}; have pipelines deploy by ECS.");
        }
    }
}
