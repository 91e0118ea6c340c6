using BlueGreen.Ecs.Planning;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace BlueGreen.Ecs.Guards;

/// <summary>Has a service's scaling rest while it is deployed. What rested before stands in tags of the scalable target, so that whoever comes next can restore it.</summary>
internal sealed partial class ScalingGuard(ScalingTargets targets, TimeProvider clock, ILogger<ScalingGuard>? logger = null)
{
    private readonly ILogger _logger = logger ?? NullLogger<ScalingGuard>.Instance;

    /// <summary>A plan with how the service is scaled, and what the guards find.</summary>
    public async Task<DeploymentPlan> AddToAsync(DeploymentPlan plan, CancellationToken cancellationToken)
    {
        var guarded = plan;
        AwsCallException? refusal = null;
        try
        {
            guarded = plan with { Scaling = (await targets.FindAsync(plan.Service.Reference, withMemory: false, cancellationToken).ConfigureAwait(false))?.Scaling };
        }
        catch (AwsCallException exception)
        {
            refusal = exception;
        }

        return guarded with { Findings = [.. plan.Findings, .. GuardFindings.Of(guarded, refusal)] };
    }

    /// <summary>Whether scaling rests for a deployment of this library; not so where that cannot be read.</summary>
    public async Task<bool> IsHeldAsync(ServiceReference service, CancellationToken cancellationToken)
    {
        try
        {
            return (await targets.FindAsync(service, withMemory: false, cancellationToken).ConfigureAwait(false))?.Held is not null;
        }
        catch (AwsCallException exception)
        {
            Log.NotRead(_logger, service, exception.Message);
            return false;
        }
    }

    /// <summary>Starts what was planned, its scaling suspended first where that is wanted or was begun by another; when it does not start, that is undone.</summary>
    /// <returns>What was started, and what restores the scaling at its end.</returns>
    /// <exception cref="AwsCallException">The scaling cannot be suspended; nothing has been started.</exception>
    public async Task<(StartedDeployment Started, Func<Task<Finding?>>? AtEnd)> StartAsync(IDeploymentEngine engine, DeploymentPlan plan, CancellationToken cancellationToken)
    {
        if (!plan.Deployment.SuspendScaling && plan.Scaling?.Former is null)
        {
            return (await engine.StartAsync(plan, cancellationToken).ConfigureAwait(false), null);
        }

        // Another deployment's scaling is not touched.
        var service = plan.Service.Reference;
        if (await engine.FindRunningAsync(plan.Service, cancellationToken).ConfigureAwait(false) is { } running)
        {
            throw new DeploymentInProgressException(service, running.Token.DeploymentId);
        }

        var claim = ScalingTags.Claim(clock.GetUtcNow());
        StartedDeployment started;
        try
        {
            await PatientCalls.RepeatAsync(() => SuspendAsync(service, claim, cancellationToken), clock, cancellationToken).ConfigureAwait(false);
            started = await engine.StartAsync(plan, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await RestoreAsync(engine, plan.Service, [claim]).ConfigureAwait(false);
            throw;
        }

        var owner = ScalingTags.OwnerOf(started.Token);
        await OwnAsync(service, claim, owner).ConfigureAwait(false);
        return (started, () => RestoreAsync(engine, plan.Service, [claim, owner]));
    }

    /// <summary>What restores the scaling at the end of a deployment that another process has started.</summary>
    public Func<Task<Finding?>> AtEndOf(IDeploymentEngine engine, LiveService service, ResumeToken deployment)
    {
        // Nobody begins to start beside a deployment that runs: who did so before now has started this one, or is gone.
        var since = clock.GetUtcNow();
        return () => RestoreAsync(engine, service, [ScalingTags.OwnerOf(deployment)], since);
    }

    /// <summary>Restores what was suspended for a deployment that has ended, or for one that is gone; what was suspended for another that runs, or by others, stays.</summary>
    /// <param name="engine">Knows whether another runs.</param>
    /// <param name="service">The service.</param>
    /// <param name="owners">The deployment that has ended, by the names that it has had; none where none runs.</param>
    /// <param name="since">Who was about to start before then is so no longer. Default: not known.</param>
    /// <returns>What was not restored; nothing when all is well.</returns>
    public async Task<Finding?> RestoreAsync(IDeploymentEngine engine, LiveService service, IReadOnlyList<string> owners, DateTimeOffset since = default)
    {
        try
        {
            await TryRestoreAsync(engine, service, owners, since).ConfigureAwait(false);
            return null;
        }
        catch (BlueGreenException exception)
        {
            Log.NotRestored(_logger, service.Reference, exception.Message);
            return GuardFindings.NotRestored(service.Reference, exception);
        }
    }

    // The memory comes first: a process that ends between the two calls has suspended nothing.
    private async Task SuspendAsync(ServiceReference service, string claim, CancellationToken cancellationToken)
    {
        if (await targets.FindAsync(service, withMemory: false, cancellationToken).ConfigureAwait(false) is not { } target || (target.Scaling.Suspended == ScalingSuspension.All && target.Held is null))
        {
            return; // There is nothing to suspend.
        }

        var former = target.Held?.Former ?? target.Scaling.Suspended;
        var arn = target.Arn is { Length: > 0 } known ? known : await targets.SetAsync(target, target.Scaling.Suspended, cancellationToken).ConfigureAwait(false);
        await targets.TagAsync(arn, new(former, claim), cancellationToken).ConfigureAwait(false);
        await targets.SetAsync(target, ScalingSuspension.All, cancellationToken).ConfigureAwait(false);
        Log.Suspended(_logger, service);
    }

    // Until then the suspension is one of a start; who looks after ten minutes takes that for dead.
    private async Task OwnAsync(ServiceReference service, string claim, string owner)
    {
        try
        {
            if ((await targets.FindAsync(service, withMemory: false, CancellationToken.None).ConfigureAwait(false)) is { Arn: { } arn, Held: { } held } && held.Owner == claim)
            {
                await targets.TagAsync(arn, held with { Owner = owner }, CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (AwsCallException exception)
        {
            Log.NotRead(_logger, service, exception.Message);
        }
    }

    // The memory goes last. Where somebody else has changed meanwhile what rests, that stays.
    private async Task TryRestoreAsync(IDeploymentEngine engine, LiveService service, IReadOnlyList<string> owners, DateTimeOffset since)
    {
        var target = await RepeatAsync(() => targets.FindAsync(service.Reference, withMemory: true, CancellationToken.None)).ConfigureAwait(false);
        if (target is not { Arn: { } arn, Memory: { } memory } || await RepeatAsync(() => IsOfAnotherAsync(engine, service, memory.Owner, owners, since)).ConfigureAwait(false))
        {
            return;
        }

        if (target.Held is not null)
        {
            await RepeatAsync(() => targets.SetAsync(target, memory.Former, CancellationToken.None)).ConfigureAwait(false);
            Log.Restored(_logger, service.Reference);
        }

        await PatientCalls.RepeatAsync(() => targets.UntagAsync(arn, CancellationToken.None), clock, CancellationToken.None).ConfigureAwait(false);
    }

    private Task<T> RepeatAsync<T>(Func<Task<T>> call) => PatientCalls.RepeatAsync(call, clock, CancellationToken.None);

    private async Task<bool> IsOfAnotherAsync(IDeploymentEngine engine, LiveService service, string? owner, IReadOnlyList<string> owners, DateTimeOffset since)
    {
        if (owner is not { Length: > 0 } || owners.Contains(owner, StringComparer.Ordinal))
        {
            return false;
        }

        return ScalingTags.ClaimedAt(owner) is { } claimedAt
            ? claimedAt > since && claimedAt > clock.GetUtcNow() - ScalingTags.LongestStart
            : await engine.FindRunningAsync(service, CancellationToken.None).ConfigureAwait(false) is { } running && ScalingTags.OwnerOf(running.Token) == owner;
    }

    private static partial class Log
    {
        [LoggerMessage(Telemetry.EventIds.ScalingSuspended, LogLevel.Information, "{Service}: its scaling rests while it is deployed")]
        public static partial void Suspended(ILogger logger, ServiceReference service);

        [LoggerMessage(Telemetry.EventIds.ScalingRestored, LogLevel.Information, "{Service}: its scaling is as it was before the deployment")]
        public static partial void Restored(ILogger logger, ServiceReference service);

        [LoggerMessage(Telemetry.EventIds.ScalingNotRestored, LogLevel.Error, "{Service}: its scaling rests still, and could not be restored: {Message}")]
        public static partial void NotRestored(ILogger logger, ServiceReference service, string message);

        [LoggerMessage(Telemetry.EventIds.ScalingNotRead, LogLevel.Warning, "{Service}: what its scaling was suspended for was not read or written: {Message}")]
        public static partial void NotRead(ILogger logger, ServiceReference service, string message);
    }
}
