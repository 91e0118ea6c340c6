namespace BlueGreen.Ecs.Preflight.Survey.Checks;

/// <summary>BG262 and BG265: the subnets are there, and have addresses for the new tasks.</summary>
internal sealed class SubnetCheck : ISurveyCheck
{
    public IEnumerable<Finding> Check(Surroundings around)
    {
        if (around.Network is not { Network: { } network, Subnets: { } read })
        {
            yield break;
        }

        if (read.IsMissing)
        {
            yield return new("BG265", FindingSeverity.Error, string.Join(", ", network.Subnets), "One of the subnets for the new tasks does not exist; no task can start there.", "Name subnets that exist, in the AppSpec's network configuration or in the service.");
        }
        else if (read.Value is { } subnets && subnets.Sum(subnet => subnet.AvailableIpAddressCount ?? 0) is var free && free < around.Plan.Capacity.Tasks)
        {
            yield return new(
                "BG262", FindingSeverity.Warning, string.Join(", ", network.Subnets),
                FormattableString.Invariant($"The subnets have {free} free addresses; {around.Plan.Capacity.Tasks} new tasks run beside the old ones, and each takes one."),
                "Give the service bigger subnets or more of them, or fewer tasks while it is deployed.");
        }
    }
}
