using Amazon.CodeDeploy.Model;

namespace BlueGreen.Ecs.Engines.CodeDeploy;

/// <summary>Turns what AWS says into the neutral observation. Pure.</summary>
internal static class CodeDeployObservation
{
    /// <summary>How long an automatic rollback may take to show up after the deployment has ended.</summary>
    private static readonly TimeSpan RollBackGrace = TimeSpan.FromSeconds(30);

    public static Observation From(CodeDeploySnapshot snapshot, DateTimeOffset now)
    {
        var (info, target, rollBack, _) = snapshot;
        var (blue, green) = (Set(target, "Blue"), Set(target, "Green"));
        var (bluePercent, greenPercent) = Shares(snapshot, blue, green);
        var (status, stage) = StatusOf(snapshot, now);
        var error = info.ErrorInformation;
        return new()
        {
            Status = status,
            Stage = stage,
            BluePercent = bluePercent,
            GreenPercent = greenPercent,
            BlueTasks = Counts(blue),
            GreenTasks = Counts(green),
            LifecycleEvents = (target?.LifecycleEvents ?? [])
                .Where(happened => happened.Status?.Value is not (null or "Pending"))
                .Select(happened => new LifecycleEventState(happened.LifecycleEventName, happened.Status.Value, StageOf(happened.LifecycleEventName)))
                .ToEquatableArray(),
            AwaitsTasks = status == DeploymentStatus.InProgress && target?.LifecycleEvents?.Find(happened => happened.Status?.Value is "InProgress")?.LifecycleEventName is "Install",
            QuietUntil = status == DeploymentStatus.InProgress ? CodeDeploySchedule.QuietUntil(info, target, greenPercent) : null,
            ErrorCode = error?.Code?.Value,
            Reason = Reason(info, rollBack),
            RollBackId = info.RollbackInfo?.RollbackDeploymentId,
        };
    }

    private static (DeploymentStatus Status, Stage Stage) StatusOf(CodeDeploySnapshot snapshot, DateTimeOffset now)
    {
        var (info, target, rollBack, _) = snapshot;
        return info.Status?.Value switch
        {
            DeploymentStatusText.Succeeded => (DeploymentStatus.Succeeded, Stage.Finished),
            DeploymentStatusText.Ready => (DeploymentStatus.Waiting, Stage.TestTraffic),
            DeploymentStatusText.Failed or DeploymentStatusText.Stopped => rollBack?.Status?.Value switch
            {
                null => WithoutRollBack(info, target, now),
                DeploymentStatusText.Succeeded => (DeploymentStatus.RolledBack, Stage.Finished),
                var status when DeploymentStatusText.IsFinal(status) => (DeploymentStatus.Failed, Stage.Finished),
                _ => (DeploymentStatus.InProgress, Stage.RollBack),
            },
            _ => (DeploymentStatus.InProgress, StageOf(target)),
        };
    }

    // What is known right after the end: a rollback that the configuration promises comes; one that only the request to stop asked for may come.
    private static (DeploymentStatus Status, Stage Stage) WithoutRollBack(DeploymentInfo info, ECSTarget? target, DateTimeOffset now)
    {
        var code = info.ErrorInformation?.Code?.Value;
        var trigger = code switch
        {
            "ALARM_ACTIVE" => "DEPLOYMENT_STOP_ON_ALARM",
            "MANUAL_STOP" => "DEPLOYMENT_STOP_ON_REQUEST",
            _ => "DEPLOYMENT_FAILURE",
        };
        var isPromised = info.AutoRollbackConfiguration is { Enabled: true } configuration && configuration.Events?.Contains(trigger) is true;
        var isYoung = info.CompleteTime is { } ended && now - new DateTimeOffset(ended.ToUniversalTime(), TimeSpan.Zero) < RollBackGrace;
        return (isPromised || code == "MANUAL_STOP") && isYoung && string.IsNullOrEmpty(info.RollbackInfo?.RollbackMessage)
            ? (DeploymentStatus.InProgress, isPromised ? Stage.RollBack : StageOf(target))
            : (DeploymentStatus.Failed, Stage.Finished);
    }

    private static Stage StageOf(ECSTarget? target)
    {
        var events = target?.LifecycleEvents ?? [];
        if (events.Count > 0 && events.TrueForAll(happened => happened.Status?.Value is "Succeeded" or "Skipped"))
        {
            return Stage.Bake;
        }

        // What is skipped was not reached.
        return StageOf(events.FindLast(happened => happened.Status?.Value is not (null or "Pending" or "Skipped"))?.LifecycleEventName);
    }

    private static Stage StageOf(string? lifecycleEvent) => lifecycleEvent switch
    {
        null => Stage.Pending,
        "BeforeInstall" or "Install" or "AfterInstall" => Stage.Install,
        "AllowTestTraffic" or "AfterAllowTestTraffic" => Stage.TestTraffic,
        _ => Stage.ProductionTraffic,
    };

    private static (double Blue, double Green) Shares(CodeDeploySnapshot snapshot, ECSTaskSet? blue, ECSTaskSet? green)
    {
        var pair = snapshot.Info.LoadBalancerInfo.TargetGroups;
        var shares = TrafficRules.Shares(snapshot.Rules, pair);
        var greenGroup = green?.TargetGroup?.Name ?? pair.FirstOrDefault(name => name != blue?.TargetGroup?.Name && blue is not null);
        var greenPercent = greenGroup is not null && shares.TryGetValue(greenGroup, out var part) ? Math.Round(part, 1) : 0;
        return (100 - greenPercent, greenPercent);
    }

    private static string? Reason(DeploymentInfo info, DeploymentInfo? rollBack)
    {
        var reason = info.ErrorInformation?.Message;
        return rollBack?.Status?.Value is DeploymentStatusText.Failed or DeploymentStatusText.Stopped
            ? $"{reason} The rollback {rollBack.DeploymentId} ended as {rollBack.Status.Value}: {rollBack.ErrorInformation?.Message}"
            : reason;
    }

    private static ECSTaskSet? Set(ECSTarget? target, string label) =>
        target?.TaskSetsInfo?.Find(set => set.TaskSetLabel?.Value == label);

    private static TaskCounts Counts(ECSTaskSet? set) => set is null
        ? TaskCounts.None
        : new((int)(set.DesiredCount ?? 0), (int)(set.RunningCount ?? 0), (int)(set.PendingCount ?? 0));
}
