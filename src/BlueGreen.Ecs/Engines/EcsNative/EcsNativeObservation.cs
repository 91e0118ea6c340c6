using Amazon.ECS.Model;

namespace BlueGreen.Ecs.Engines.EcsNative;

/// <summary>Turns what ECS says of a service deployment into the neutral observation. Pure.</summary>
internal static class EcsNativeObservation
{
    private const string Began = "InProgress";
    private const string Ended = "Succeeded";

    public static Observation From(ServiceDeployment deployment)
    {
        var status = StatusOf(deployment);
        var wait = GateHooks.IsBeforeTheFirstStep(deployment) ? null : GateHooks.Waiting(deployment);
        var green = GreenPercent(deployment, status);
        return new()
        {
            Status = wait is null ? status : DeploymentStatus.Waiting,
            Stage = StageOf(deployment, status),
            BluePercent = 100 - green,
            GreenPercent = green,
            BlueTasks = Sum(deployment.SourceServiceRevisions ?? []),
            GreenTasks = Sum(deployment.TargetServiceRevision is { } target ? [target] : []),
            LifecycleEvents = Events(deployment).ToEquatableArray(),
            AwaitsTasks = wait is null && status == DeploymentStatus.InProgress && !IsGoingBack(deployment) && deployment.LifecycleStage?.Value is LifecycleStages.ScaleUp,
            QuietUntil = wait is null && status == DeploymentStatus.InProgress && !IsGoingBack(deployment) ? QuietUntil(deployment, green) : null,
            Wait = wait,
            Reason = Reason(deployment),
        };
    }

    // ECS tells when the deployment changed last, and its configuration how long the stage is.
    private static DateTimeOffset? QuietUntil(ServiceDeployment deployment, double greenPercent)
    {
        var configuration = deployment.DeploymentConfiguration;
        int? minutes = deployment.LifecycleStage?.Value switch
        {
            LifecycleStages.BakeTime => configuration?.BakeTimeInMinutes,
            LifecycleStages.ProductionTrafficShift when greenPercent is > 0 and < 100 =>
                configuration?.CanaryConfiguration?.CanaryBakeTimeInMinutes ?? configuration?.LinearConfiguration?.StepBakeTimeInMinutes,
            _ => null,
        };
        return minutes is { } kept && deployment.UpdatedAt is { } changed ? new DateTimeOffset(changed.ToUniversalTime(), TimeSpan.Zero) + TimeSpan.FromMinutes(kept) : null;
    }

    // One that was stopped before it began has changed nothing.
    private static DeploymentStatus StatusOf(ServiceDeployment deployment) => deployment.Status?.Value switch
    {
        ServiceDeploymentStatusText.Successful => DeploymentStatus.Succeeded,
        ServiceDeploymentStatusText.RollbackSuccessful => DeploymentStatus.RolledBack,
        ServiceDeploymentStatusText.Stopped when deployment.StartedAt is null => DeploymentStatus.RolledBack,
        ServiceDeploymentStatusText.Stopped or ServiceDeploymentStatusText.RollbackFailed => DeploymentStatus.Failed,
        _ => DeploymentStatus.InProgress,
    };

    private static Stage StageOf(ServiceDeployment deployment, DeploymentStatus status) =>
        status != DeploymentStatus.InProgress ? Stage.Finished
        : IsGoingBack(deployment) ? Stage.RollBack
        : LifecycleStages.StageOf(deployment.LifecycleStage?.Value);

    private static bool IsGoingBack(ServiceDeployment deployment) =>
        deployment.Status?.Value is ServiceDeploymentStatusText.RollbackRequested or ServiceDeploymentStatusText.RollbackInProgress;

    private static double GreenPercent(ServiceDeployment deployment, DeploymentStatus status) => status switch
    {
        DeploymentStatus.Succeeded => 100,
        DeploymentStatus.RolledBack => 0,
        _ => Math.Round(deployment.TargetServiceRevision?.RequestedProductionTrafficWeight ?? 0, 1),
    };

    // ECS tells only the stage that a deployment is in; those before it are over. On the way back stages come in another order.
    private static IEnumerable<LifecycleEventState> Events(ServiceDeployment deployment)
    {
        if (deployment.LifecycleStage?.Value is not { } current)
        {
            yield break;
        }

        if (deployment.Status?.Value is not (ServiceDeploymentStatusText.InProgress or ServiceDeploymentStatusText.StopRequested or ServiceDeploymentStatusText.Successful))
        {
            if (IsGoingBack(deployment))
            {
                yield return new(current, Began, Stage.RollBack);
            }

            yield break;
        }

        var isOver = deployment.Status.Value == ServiceDeploymentStatusText.Successful;
        foreach (var stage in LifecycleStages.InOrder.TakeWhile(stage => stage != current && LifecycleStages.InOrder.Contains(current, StringComparer.Ordinal)))
        {
            yield return new(stage, Ended, LifecycleStages.StageOf(stage));
        }

        yield return new(current, isOver ? Ended : Began, LifecycleStages.StageOf(current));
        foreach (var hook in (deployment.LifecycleHookDetails ?? []).Where(hook => !isOver && hook.Status?.Value is "AWAITING_ACTION" or "IN_PROGRESS"))
        {
            yield return new($"hook {hook.HookId}", hook.Status.Value, LifecycleStages.StageOf(current));
        }
    }

    /// <summary>Why it does not succeed, in the words of ECS; none while it runs as planned.</summary>
    public static string? Reason(ServiceDeployment deployment)
    {
        if (deployment.Status?.Value is ServiceDeploymentStatusText.Pending or ServiceDeploymentStatusText.InProgress or ServiceDeploymentStatusText.Successful)
        {
            return null;
        }

        var told = new[] { deployment.Rollback?.Reason, deployment.StatusReason }.Where(text => !string.IsNullOrEmpty(text)).Distinct(StringComparer.Ordinal).ToList();
        return deployment.Alarms?.TriggeredAlarmNames is { Count: > 0 } red && !told.Exists(text => red.TrueForAll(name => text!.Contains(name, StringComparison.Ordinal)))
            ? string.Join(' ', [.. told, $"Alarms: {string.Join(", ", red)}."])
            : told.Count == 0 ? null : string.Join(' ', told);
    }

    private static TaskCounts Sum(IReadOnlyCollection<ServiceRevisionSummary> revisions) => new(
        revisions.Sum(revision => revision.RequestedTaskCount ?? 0),
        revisions.Sum(revision => revision.RunningTaskCount ?? 0),
        revisions.Sum(revision => revision.PendingTaskCount ?? 0));
}
