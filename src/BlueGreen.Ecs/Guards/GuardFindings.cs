namespace BlueGreen.Ecs.Guards;

/// <summary>What speaks against a deployment beside its engine's own checks: others that scale the service, AWS's limits, and room for two versions. Pure.</summary>
internal static class GuardFindings
{
    // Reported of UpdateService and of CreateTaskSet alike, and published nowhere.
    private const int MostDeployments = 5;

    // What a new account may have of Fargate's on-demand vCPUs at a time.
    private const double FirstFargateQuota = 6;

    /// <summary>All that is found.</summary>
    /// <param name="plan">The plan, with how the service is scaled.</param>
    /// <param name="refusal">Why that could not be read. <see langword="null"/> when it was.</param>
    public static IEnumerable<Finding> Of(DeploymentPlan plan, AwsCallException? refusal) =>
        [.. Scaling(plan, refusal), .. Deployments(plan.Service), .. Capacity(plan)];

    /// <summary>BG258: scaling that was suspended rests still.</summary>
    public static Finding NotRestored(ServiceReference service, BlueGreenException cause) => new(
        "BG258", FindingSeverity.Warning, service.ToString(), $"The service's scaling was suspended for the deployment, and could not be restored: {cause.Message}",
        "Deploy or attach once more, which restores it, or set the suspended state of its scalable target by hand.");

    private static IEnumerable<Finding> Scaling(DeploymentPlan plan, AwsCallException? refusal)
    {
        var (subject, isWanted) = (plan.Service.Reference.ToString(), plan.Deployment.SuspendScaling);
        if (refusal is not null)
        {
            yield return new("BG256", isWanted ? FindingSeverity.Error : FindingSeverity.NotChecked, subject, $"Whether the service is scaled by others was not read: {refusal.Message}", $"Allow {refusal.Operation}{(isWanted ? ", or leave SuspendScaling out" : string.Empty)}.");
        }
        else if (plan.Scaling is { Former: not null })
        {
            yield return new("BG257", FindingSeverity.Note, subject, "The service's scaling rests for an earlier deployment, which has not restored it.", "Nothing is to be done: it is restored when this deployment has ended.");
        }
        else if (plan.Scaling is { } scaling && !isWanted && scaling.MinCapacity < scaling.MaxCapacity && scaling.Suspended != ScalingSuspension.All)
        {
            var isFailing = plan.Service.DeploymentController == "CODE_DEPLOY";
            yield return new(
                "BG255", isFailing ? FindingSeverity.Warning : FindingSeverity.Note, subject,
                FormattableString.Invariant($"Others scale the service between {scaling.MinCapacity} and {scaling.MaxCapacity} tasks, also while it is deployed{(isFailing ? "; CodeDeploy then waits five minutes at most for the tasks to be steady, and fails" : string.Empty)}."),
                "Call SuspendScaling(), which has it rest until the deployment has ended.");
        }
    }

    private static IEnumerable<Finding> Deployments(LiveService service)
    {
        if (service.OpenDeployments >= MostDeployments)
        {
            yield return new("BG260", FindingSeverity.Warning, service.Reference.ToString(), $"The service has {service.OpenDeployments} deployments or task sets that are not gone yet; ECS is known to refuse a new one when there are {MostDeployments}.", "Have the old ones end: stop their tasks, or end the protection that keeps them; delete task sets that nobody uses.");
        }
    }

    private static IEnumerable<Finding> Capacity(DeploymentPlan plan)
    {
        // The old version is taken to be as big as the new one.
        if (IsOnFargate(plan.Service) && plan.Capacity is { Cpu: { } cpu, Tasks: var tasks } && 2 * cpu > FirstFargateQuota)
        {
            yield return new(
                "BG261", FindingSeverity.Note, plan.Service.Reference.ToString(),
                FormattableString.Invariant($"While both versions run, {tasks} new tasks beside {tasks} old ones take about {2 * cpu:0.##} vCPU of Fargate. A new account may have {FirstFargateQuota} at a time, for all its tasks; the account's own quota was not read."),
                "Look at the quota of Fargate On-Demand vCPU resources in Service Quotas, and at what else runs.");
        }
    }

    private static bool IsOnFargate(LiveService service) => service.CapacityProviderStrategy is { Count: > 0 } providers
        ? providers.Any(item => item.CapacityProvider == "FARGATE")
        : service.PlatformVersion is not null;
}
