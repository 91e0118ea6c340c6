namespace BlueGreen.Ecs.Provisioning;

/// <summary>What has become of a plan since it was shown. Pure.</summary>
internal static class PlanChanges
{
    /// <summary>Makes a conflict of everything that would have to be done now and was not in the plan that was approved.</summary>
    /// <param name="now">The plan as it is now.</param>
    /// <param name="approved">The plan that was shown. Default: none was, all is approved.</param>
    public static EnvironmentPlan Refuse(EnvironmentPlan now, EnvironmentPlan? approved)
    {
        if (approved is null)
        {
            return now;
        }

        if ((now.Account, now.Region) != (approved.Account, approved.Region))
        {
            return now with { Resources = now.Resources.Select(one => Conflict(one, $"The plan is for account {approved.Account}, region {approved.Region}; the clients are of {now.Account}, {now.Region}.")).ToEquatableArray() };
        }

        var allowed = approved.Resources.Where(one => one.Action is not (ResourceAction.InPlace or ResourceAction.Conflict)).Select(one => one.Id).ToHashSet(StringComparer.Ordinal);
        var changes = now.Changes.Select(one => one.Id).Except(allowed, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        return now with { Resources = now.Resources.Select(one => changes.Contains(one.Id) ? Conflict(one, $"It was in place when the plan was made, and is not any more. {one.Reason} Plan again.") : one).ToEquatableArray() };
    }

    private static PlannedResource Conflict(PlannedResource one, string reason) => one with { Action = ResourceAction.Conflict, Reason = reason };
}
