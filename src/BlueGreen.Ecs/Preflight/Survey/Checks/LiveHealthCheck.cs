using Amazon.ElasticLoadBalancingV2;

namespace BlueGreen.Ecs.Preflight.Survey.Checks;

/// <summary>BG315: the version that serves is healthy, so that there is something to go back to.</summary>
internal sealed class LiveHealthCheck : ISurveyCheck
{
    public IEnumerable<Finding> Check(Surroundings around)
    {
        if (around.Plan.Service.DesiredCount > 0 && around.Balancer.Health?.Value is { } targets && !targets.Any(target => target.TargetHealth?.State == TargetHealthStateEnum.Healthy))
        {
            var reasons = targets.Select(target => $"{target.Target?.Id}: {target.TargetHealth?.State} {target.TargetHealth?.Reason} {target.TargetHealth?.Description}".TrimEnd()).ToEquatableArray();
            yield return new(
                "BG315", FindingSeverity.Warning, around.Plan.Service.TargetGroupArn!,
                targets.Count == 0 ? "No target is registered in the target group of the version that serves." : "No target of the version that serves is healthy; a way back would lead to a version that does not answer.",
                "Find out why it is not healthy. If the new version is the cure, deploy it.")
            { Evidence = reasons };
        }
    }
}
