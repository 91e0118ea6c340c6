using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Provisioning;

/// <summary>
/// Brings one part about, or removes it: looks, does what is due, and looks again, until it is as it is wanted. What was done when no answer came is seen by the next look.
/// </summary>
internal sealed class PartWorker(KnownParts known, TimeProvider clock, IProgress<ProvisioningEvent>? progress)
{
    /// <summary>Brings a part about.</summary>
    /// <returns>What was done with it.</returns>
    /// <exception cref="ProvisioningStalledException">AWS does not get there.</exception>
    /// <exception cref="AwsCallException">AWS refused a call.</exception>
    public async Task<PlannedResource> BringAboutAsync(EnvironmentPart part, CancellationToken cancellationToken)
    {
        PlannedResource? first = null;
        ResourceAction? done = null;
        for (var patience = new Patience(clock); ;)
        {
            try
            {
                var found = await part.ReadAsync(known, cancellationToken).ConfigureAwait(false);
                var planned = PartPlanner.Decide(part, found, known);
                first ??= planned;
                switch (planned.Action)
                {
                    case ResourceAction.InPlace:
                        known.Set(part.Id, found);
                        Tell(part, first.Action, planned.Arn);
                        return first with { Arn = planned.Arn };
                    case ResourceAction.Conflict:
                        return planned;
                    case ResourceAction.Create when found is { IsGoing: true }:
                        await patience.WaitUntilGoneAsync(part.Id, cancellationToken).ConfigureAwait(false);
                        break;
                    case var action when action == done:
                        await patience.WaitUntilKnownAsync(part.Id, planned.Reason, cancellationToken).ConfigureAwait(false);
                        break;
                    case ResourceAction.Create:
                        await part.CreateAsync(known, cancellationToken).ConfigureAwait(false);
                        done = ResourceAction.Create;
                        break;
                    default:
                        await part.UpdateAsync(found!, known, cancellationToken).ConfigureAwait(false);
                        done = ResourceAction.Update;
                        break;
                }
            }
            catch (AwsCallException exception) when (patience.Bears(exception))
            {
                done = null;
                await patience.PauseAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Removes a part.</summary>
    /// <exception cref="ProvisioningStalledException">AWS does not let it go.</exception>
    /// <exception cref="AwsCallException">AWS refused a call.</exception>
    public async Task RemoveAsync(EnvironmentPart part, CancellationToken cancellationToken)
    {
        var isAsked = false;
        for (var patience = new Patience(clock); ;)
        {
            try
            {
                var found = await part.ReadRemainsAsync(known, cancellationToken).ConfigureAwait(false);
                if (PartPlanner.DecideRemoval(part, found) is not { Action: ResourceAction.Delete })
                {
                    Tell(part, ResourceAction.Delete, arn: null);
                    return;
                }

                // Most is gone at once; what is not is looked at in pauses.
                if (isAsked || found!.IsGoing)
                {
                    await patience.WaitUntilGoneAsync(part.Id, cancellationToken).ConfigureAwait(false);
                }

                if (!found!.IsGoing)
                {
                    await part.DeleteAsync(found, known, cancellationToken).ConfigureAwait(false);
                }

                isAsked = true;
            }
            catch (AwsCallException exception) when (patience.BearsInUse(exception))
            {
                await patience.PauseAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Waits until a part serves.</summary>
    /// <exception cref="ProvisioningStalledException">It does not within half an hour.</exception>
    public async Task AwaitAsync(EnvironmentPart part, CancellationToken cancellationToken)
    {
        var limit = TimeSpan.FromMinutes(30);
        for (var (patience, start) = (new Patience(clock), clock.GetUtcNow()); ;)
        {
            var found = await PatientCalls.RepeatAsync(() => part.ReadAsync(known, cancellationToken), clock, cancellationToken).ConfigureAwait(false);
            known.Set(part.Id, found);
            if (found is null || part.Awaited(found) is not { } awaited)
            {
                return;
            }

            if (clock.GetUtcNow() - start >= limit)
            {
                throw new ProvisioningStalledException(part.Id, $"It does not serve after {limit.TotalMinutes:0} minutes: {awaited}.");
            }

            await patience.PauseAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private void Tell(EnvironmentPart part, ResourceAction action, string? arn)
    {
        var message = action switch
        {
            ResourceAction.Create => "created",
            ResourceAction.Update => "changed",
            ResourceAction.Delete => "removed",
            _ => null,
        };
        if (message is not null)
        {
            progress?.Report(new() { Time = clock.GetUtcNow(), Kind = part.Kind, Name = part.Name, Arn = arn, Message = message });
        }
    }
}
