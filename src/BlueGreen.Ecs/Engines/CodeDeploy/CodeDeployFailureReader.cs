using Amazon.CodeDeploy;
using Amazon.CodeDeploy.Model;
using BlueGreen.Ecs.Diagnosis;
using BlueGreen.Ecs.Diagnosis.Evidence;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Engines.CodeDeploy;

/// <summary>Reads what CodeDeploy itself tells of a deployment that failed.</summary>
internal sealed class CodeDeployFailureReader(IAmazonCodeDeploy codeDeploy, CodeDeployObserver observer, RevisionReader revisions)
{
    public async Task<FailedDeployment> ReadAsync(StartedDeployment deployment, bool isStoppedHere, CancellationToken cancellationToken)
    {
        var token = deployment.Token;
        var info = await observer.FindAsync(token.DeploymentId, cancellationToken).ConfigureAwait(false) ?? throw new NoFailedDeploymentException(token.DeploymentId, "CodeDeploy does not know it");
        var (target, noTarget) = await Reading.TryAsync(() => TargetAsync(token, cancellationToken), token.DeploymentId, "which lifecycle event failed, and which tasks are the new version's").ConfigureAwait(false);
        var (alarms, noAlarms) = await Reading.TryAsync(() => AlarmsAsync(info, cancellationToken), info.DeploymentGroupName, "which alarms the deployment group watches").ConfigureAwait(false);
        var failedEvent = Failed(target);
        var (hook, noHook) = failedEvent is null || !IsOfHook(info, failedEvent) ? (null, null)
            : await Reading.TryAsync(() => HookAsync(info, failedEvent.LifecycleEventName, cancellationToken), token.DeploymentId, "which function the hook calls").ConfigureAwait(false);
        var green = target?.TaskSetsInfo?.Find(set => set.TaskSetLabel?.Value == "Green");
        var since = (info.CreateTime ?? default).ToUniversalTime();
        var blue = target?.TaskSetsInfo?.Find(set => set.TaskSetLabel?.Value == "Blue");
        return new()
        {
            Id = token.DeploymentId,
            Service = ServiceReference.Parse(token.Service),
            Since = since,
            ErrorCode = info.ErrorInformation?.Code?.Value,
            Reason = info.ErrorInformation?.Message,
            IsStoppedHere = isStoppedHere,
            IsWaiting = info.Status?.Value == DeploymentStatusText.Ready,
            Lifecycle = [.. (target?.LifecycleEvents ?? []).Select(Seen)],
            IsNew = IsNew(green?.Identifer, blue?.Identifer, since, noTarget is not null),
            TargetGroups = green?.TargetGroup?.Name is { } group ? [group] : [],
            Pair = info.LoadBalancerInfo.TargetGroups,
            Listeners = info.LoadBalancerInfo.ProductionListener is { } listener ? [listener] : [],
            Alarms = alarms,
            Hook = hook,
            NotChecked = [.. new[] { noTarget, noAlarms, noHook }.OfType<Finding>()],
        };
    }

    // Without the target it is not known which task set is the new one; tasks that came since are mostly its.
    private static Predicate<Amazon.ECS.Model.Task>? IsNew(string? green, string? blue, DateTime since, bool isUnknown) =>
        green is not null ? task => task.StartedBy == green
        : isUnknown ? task => task.CreatedAt >= since && task.StartedBy != blue
        : null;

    private static LifecycleSeen Seen(LifecycleEvent happened)
    {
        var told = happened.Diagnostics is { } diagnostics && diagnostics.ErrorCode?.Value is not (null or "Success")
            ? string.Join(' ', new[] { diagnostics.ErrorCode.Value, diagnostics.ScriptName, diagnostics.Message, diagnostics.LogTail }.Where(text => !string.IsNullOrEmpty(text)))
            : null;
        return new(happened.LifecycleEventName, happened.Status?.Value ?? string.Empty, told);
    }

    private static LifecycleEvent? Failed(ECSTarget? target) =>
        target?.LifecycleEvents?.Find(happened => happened.Status?.Value is "Failed") ?? target?.LifecycleEvents?.Find(happened => happened.Status?.Value is "InProgress");

    // Install and the shifts are CodeDeploy's own. A deployment that was stopped, or ended by an alarm, also has an event that failed.
    private static bool IsOfHook(DeploymentInfo info, LifecycleEvent happened) =>
        happened.LifecycleEventName is not ("Install" or "AllowTestTraffic" or "AllowTraffic") && info.ErrorInformation?.Code?.Value is not ("ALARM_ACTIVE" or "MANUAL_STOP");

    private async Task<ECSTarget?> TargetAsync(ResumeToken token, CancellationToken cancellationToken)
    {
        try
        {
            var request = new BatchGetDeploymentTargetsRequest { DeploymentId = token.DeploymentId, TargetIds = [token.Service.Replace('/', ':')] };
            var response = await AwsCalls.CallAsync("codedeploy:BatchGetDeploymentTargets", codeDeploy.BatchGetDeploymentTargetsAsync(request, cancellationToken)).ConfigureAwait(false);
            return response.DeploymentTargets?.FirstOrDefault()?.EcsTarget;
        }
        catch (AwsCallException exception) when (exception.InnerException is DeploymentNotStartedException or InvalidDeploymentTargetIdException)
        {
            return null; // It failed before it had one.
        }
    }

    private async Task<IReadOnlyList<string>?> AlarmsAsync(DeploymentInfo info, CancellationToken cancellationToken)
    {
        if (info.OverrideAlarmConfiguration is { } own)
        {
            return Names(own);
        }

        var request = new GetDeploymentGroupRequest { ApplicationName = info.ApplicationName, DeploymentGroupName = info.DeploymentGroupName };
        var response = await AwsCalls.CallAsync("codedeploy:GetDeploymentGroup", codeDeploy.GetDeploymentGroupAsync(request, cancellationToken)).ConfigureAwait(false);
        return Names(response.DeploymentGroupInfo.AlarmConfiguration);
    }

    private static IReadOnlyList<string> Names(AlarmConfiguration? configuration) =>
        configuration is { Enabled: true, Alarms: { } alarms } ? [.. alarms.Select(alarm => alarm.Name)] : [];

    private async Task<string?> HookAsync(DeploymentInfo info, string happened, CancellationToken cancellationToken)
    {
        var spec = await revisions.ReadAsync(info, cancellationToken).ConfigureAwait(false);
        return spec?.Hooks.FirstOrDefault(hook => hook.Event.ToString() == happened)?.Function;
    }
}
