using Amazon.ECS.Model;
using BlueGreen.Ecs.Diagnosis;
using BlueGreen.Ecs.Diagnosis.Evidence;

namespace BlueGreen.Ecs.Engines.EcsNative;

/// <summary>Reads what ECS itself tells of a service deployment that failed, and finds such deployments.</summary>
internal sealed class NativeFailureReader(ServiceDeploymentReader deployments)
{
    private static readonly EquatableArray<string> Done = ["BAKE_TIME", "CLEAN_UP"];

    public async Task<FailedDeployment> ReadAsync(StartedDeployment deployment, bool isStoppedHere, CancellationToken cancellationToken)
    {
        var (id, service) = (deployment.Token.DeploymentId, ServiceReference.Parse(deployment.Token.Service));
        var seen = await deployments.FindAsync(id, cancellationToken).ConfigureAwait(false);
        if (seen is null)
        {
            // With its service its deployments are gone; what is left tells so.
            return new() { Id = id, Service = service, IsStoppedHere = isStoppedHere };
        }

        var (revision, noRevision) = seen.TargetServiceRevision?.Arn is not { } arn ? (null, null)
            : await Reading.TryAsync(() => deployments.FindRevisionAsync(arn, cancellationToken), arn, "what was deployed, and which tasks are the new version's").ConfigureAwait(false);
        var since = (seen.CreatedAt ?? default).ToUniversalTime();
        var balancers = revision?.LoadBalancers ?? [];
        return new()
        {
            Id = id,
            Service = service,
            Since = since,
            Reason = EcsNativeObservation.Reason(seen),
            IsStoppedHere = isStoppedHere,
            IsWaiting = seen.LifecycleHookDetails?.Exists(hook => hook.Status?.Value is "AWAITING_ACTION") is true && !IsOver(seen),
            Lifecycle = Lifecycle(seen),
            IsNew = seen.StartedAt is null || revision is null ? null : task => task.TaskDefinitionArn == revision.TaskDefinition && task.CreatedAt >= since,
            TargetGroups = seen.StartedAt is null ? [] : TargetGroupsOf(revision),
            Pair = [.. balancers.SelectMany(balancer => new[] { balancer.TargetGroupArn, balancer.AdvancedConfiguration?.AlternateTargetGroupArn }).OfType<string>()],
            Listeners = [.. balancers.Select(balancer => balancer.AdvancedConfiguration?.ProductionListenerRule).OfType<string>()],
            Alarms = seen.Alarms?.AlarmNames ?? [],
            Hook = seen.LifecycleHookDetails?.FindLast(hook => hook.TargetArn is { Length: > 0 } && hook.Status?.Value is "FAILED" or "TIMED_OUT" or "IN_PROGRESS")?.TargetArn ?? HookIn(seen),
            NotChecked = noRevision is null ? [] : [noRevision],
        };
    }

    /// <summary>The newest deployment of a service that did not succeed, or that runs and has not moved all traffic.</summary>
    public async Task<StartedDeployment?> FindAsync(ServiceReference service, CancellationToken cancellationToken)
    {
        foreach (var brief in await deployments.ListAsync(service, [], cancellationToken).ConfigureAwait(false))
        {
            if (brief.Status?.Value != ServiceDeploymentStatusText.Successful && await FindAsync(brief.ServiceDeploymentArn, service, cancellationToken).ConfigureAwait(false) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The deployment of that ARN, when it did not succeed.</summary>
    public async Task<StartedDeployment?> FindAsync(string arn, ServiceReference service, CancellationToken cancellationToken)
    {
        var seen = await deployments.FindAsync(arn, cancellationToken).ConfigureAwait(false);
        return seen is null || seen.Status?.Value == ServiceDeploymentStatusText.Successful || (!IsOver(seen) && Done.Contains(seen.LifecycleStage?.Value ?? string.Empty, StringComparer.Ordinal))
            ? null
            : new() { Token = new(EcsNativeEngine.EngineName, service.ToString(), arn), TaskDefinitionArn = seen.TargetServiceRevision?.Arn ?? string.Empty, Deadline = EcsNativeEngine.ForeignDeadline };
    }

    private static bool IsOver(ServiceDeployment seen) => ServiceDeploymentStatusText.IsFinal(seen.Status?.Value ?? string.Empty);

    private static IReadOnlyList<LifecycleSeen> Lifecycle(ServiceDeployment seen) =>
    [
        .. seen.LifecycleStage?.Value is { } stage ? [new LifecycleSeen(stage, seen.Status?.Value ?? string.Empty)] : Array.Empty<LifecycleSeen>(),
        .. (seen.LifecycleHookDetails ?? []).Select(hook => new LifecycleSeen($"hook {hook.HookId}", hook.Status?.Value ?? string.Empty)),
    ];

    // The words of a failure name the function: "The lifecycle hook arn:… failed at the stage …".
    private static string? HookIn(ServiceDeployment seen) => $"{seen.StatusReason} {seen.Rollback?.Reason}".Split(' ', ',', ';')
        .Select(word => word.TrimEnd('.', ':'))
        .FirstOrDefault(word => word.StartsWith("arn:", StringComparison.Ordinal) && word.Contains(":function:", StringComparison.Ordinal));

    private static IReadOnlyList<string> TargetGroupsOf(ServiceRevision? revision) =>
        (revision?.ResolvedConfiguration?.LoadBalancers?.FirstOrDefault()?.TargetGroupArn ?? revision?.LoadBalancers?.FirstOrDefault()?.TargetGroupArn) is { } group ? [group] : [];
}
