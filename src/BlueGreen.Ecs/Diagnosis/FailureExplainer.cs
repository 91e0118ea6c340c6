using BlueGreen.Ecs.Diagnosis.Evidence;
using BlueGreen.Ecs.Diagnosis.Texts;

namespace BlueGreen.Ecs.Diagnosis;

/// <summary>Collects evidence from its sources, each read once, those that need nothing of each other side by side, and has the rules explain it.</summary>
internal sealed class FailureExplainer(
    ServiceSource services,
    TaskSource tasks,
    TargetSource targets,
    AlarmSource alarms,
    ListenerSource listeners,
    ScalingSource scalings,
    ContainerLogSource containers,
    LogReader logs)
{
    private const string TimedOut = "waiting for the replacement task set";

    /// <summary>Says why a deployment failed. What AWS refuses to tell is noted, and fails nothing.</summary>
    public async Task<FailureDiagnosis> ExplainAsync(FailedDeployment failed, CancellationToken cancellationToken)
    {
        var (evidence, refusals) = await CollectAsync(failed, cancellationToken).ConfigureAwait(false);
        return new()
        {
            Subject = failed.Id,
            Reason = evidence.Told is { Length: > 0 } told ? OutsideText.Clean(told) : null,
            Causes = FailureRules.Explain(evidence),
            Excluded = Exclusions.Of(evidence),
            NotChecked = [.. failed.NotChecked.Concat(refusals).Select(refusal => refusal with { Message = OutsideText.Clean(refusal.Message) })],
        };
    }

    private async Task<(FailureEvidence Evidence, IReadOnlyList<Finding> Refusals)> CollectAsync(FailedDeployment failed, CancellationToken cancellationToken)
    {
        var name = failed.Service.ToString();
        var service = Reading.TryAsync(() => services.ReadAsync(failed, cancellationToken), name, "the service and its events");
        var task = IfAsync(failed.IsNew is not null, () => tasks.ReadAsync(failed.Service, failed.IsNew!, cancellationToken), name, "the new version's tasks");
        var target = IfAsync(failed.TargetGroups.Count > 0, () => targets.ReadAsync(failed.TargetGroups, cancellationToken), string.Join(", ", failed.TargetGroups), "the health of the new version's targets");
        var alarm = IfAsync(failed.Alarms is not null, () => alarms.ReadAsync(failed.Alarms!, cancellationToken), string.Join(", ", failed.Alarms ?? []), "the state of the deployment's alarms");
        var listener = IfAsync(failed.Listeners.Count > 0 && failed.Pair.Count > 0, () => listeners.ReadAsync(failed.Listeners, failed.Pair, cancellationToken), string.Join(", ", failed.Listeners), "where the listener forwards");
        var hook = IfAsync(failed.Hook is not null, () => logs.ReadFunctionAsync(failed.Hook!, cancellationToken), failed.Hook ?? string.Empty, "the log of the hook's function");
        var scaling = IfAsync(failed.Reason?.Contains(TimedOut, StringComparison.Ordinal) is true, () => scalings.ReadAsync(failed.Service, failed.Since, cancellationToken), name, "whether the service was scaled");
        var (seenTasks, seenTargets) = (await task.ConfigureAwait(false), await target.ConfigureAwait(false));
        var isUnhealthy = seenTargets.Value?.Any(one => one.State.StartsWith("unhealthy", StringComparison.Ordinal)) is true;
        var log = await IfAsync(seenTasks.Value is not null, () => containers.ReadAsync(seenTasks.Value!, isUnhealthy, cancellationToken), name, "the log of the new version's containers").ConfigureAwait(false);
        var (seenService, seenAlarms, seenListeners) = (await service.ConfigureAwait(false), await alarm.ConfigureAwait(false), await listener.ConfigureAwait(false));
        var (seenHook, seenScalings) = (await hook.ConfigureAwait(false), await scaling.ConfigureAwait(false));
        var evidence = new FailureEvidence
        {
            Service = name,
            Since = failed.Since,
            ErrorCode = failed.ErrorCode,
            Reason = failed.Reason is null ? null : OutsideText.Clean(failed.Reason),
            IsStoppedHere = failed.IsStoppedHere,
            IsWaiting = failed.IsWaiting,
            Lifecycle = [.. failed.Lifecycle.Select(happened => happened with { Diagnostics = happened.Diagnostics is null ? null : OutsideText.Clean(happened.Diagnostics) })],
            Hook = failed.Hook is null ? null : seenHook.Value ?? new(failed.Hook, HasLog: null, []),
            Live = seenService.Value,
            Tasks = seenTasks.Value,
            Targets = seenTargets.Value,
            Alarms = seenAlarms.Value,
            Listeners = seenListeners.Value,
            Scalings = seenScalings.Value,
            Logs = log.Value ?? [],
        };
        return (evidence, [.. new[] { seenService.Refusal, seenTasks.Refusal, seenTargets.Refusal, seenAlarms.Refusal, seenListeners.Refusal, seenHook.Refusal, seenScalings.Refusal, log.Refusal }.OfType<Finding>()]);
    }

    private static Task<(T? Value, Finding? Refusal)> IfAsync<T>(bool isWanted, Func<Task<T?>> read, string subject, string what)
        where T : class => isWanted ? Reading.TryAsync(read, subject, what) : Task.FromResult<(T? Value, Finding? Refusal)>((null, null));
}
