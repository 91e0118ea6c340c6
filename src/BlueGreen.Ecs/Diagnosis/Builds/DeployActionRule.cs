using System.Text.RegularExpressions;

namespace BlueGreen.Ecs.Diagnosis.Builds;

/// <summary>BG734: the deployment of a deploy action failed.</summary>
internal sealed partial class DeployActionRule : IActionRule
{
    public FailureCause? Explain(ActionEvidence evidence)
    {
        var id = evidence.ExternalId is { } external && DeploymentId.IsMatch(external) ? external : DeploymentId.Match(evidence.Message) is { Success: true } named ? named.Value : null;
        return evidence.Category != "Deploy" || id is null ? null : Cause.Certain(
            "BG734",
            id,
            $"The deployment {id} of the action failed: {Cause.Sentence(evidence.Message)}",
            $"Have the deployment {id} diagnosed: what keeps its tasks from serving stands in ECS, and not in the pipeline.",
            evidence.Line);
    }

    [GeneratedRegex(@"\bd-[A-Z0-9]{9}\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DeploymentId { get; }
}
