namespace BlueGreen.Ecs.Preflight.Survey.Checks;

/// <summary>BG605: whoever deploys may do what the deployment takes, also on a way back.</summary>
internal sealed class CallerCheck : ISurveyCheck
{
    public IEnumerable<Finding> Check(Surroundings around)
    {
        if (around.Refused?.Value is { Count: > 0 } refused)
        {
            yield return new(
                "BG605", FindingSeverity.Warning, around.Caller.Value!,
                $"The policies of whoever deploys do not allow {string.Join(", ", refused.Select(one => one.Action).Distinct(StringComparer.Ordinal))}.",
                "Allow these actions. AWSCodeDeployDeployerAccess has neither codedeploy:StopDeployment nor codedeploy:ContinueDeployment, without which there is no way back and no gate.")
            { Evidence = [.. refused.Select(one => $"{one.Action} on {one.Resource}")] };
        }
    }
}
