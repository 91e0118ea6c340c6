namespace BlueGreen.Ecs.Preflight;

/// <summary>BG105, and the marks of findings that the deployment accepts. Pure.</summary>
internal static class Suppressions
{
    private const string Unmet = "BG105";

    /// <returns>The plan, its accepted findings marked, and a note for each suppression that meets none.</returns>
    public static DeploymentPlan Apply(DeploymentPlan plan)
    {
        // A deployment that was not built may name a code twice; the first reason counts.
        var accepted = plan.Deployment.Suppressions.DistinctBy(suppression => suppression.Code, StringComparer.Ordinal).ToDictionary(suppression => suppression.Code, suppression => suppression.Because, StringComparer.Ordinal);
        var found = plan.Findings.Select(finding => finding.Code).Append(Unmet).ToHashSet(StringComparer.Ordinal);
        return accepted.Count == 0 ? plan : plan with
        {
            Findings = [.. plan.Findings.Concat(accepted.Keys.Where(code => !found.Contains(code)).Select(Note))
                .Select(finding => accepted.TryGetValue(finding.Code, out var reason) ? finding with { SuppressedBecause = reason } : finding)],
        };
    }

    private static Finding Note(string code) => new(
        Unmet,
        FindingSeverity.Note,
        code,
        $"{code} is suppressed, and nothing of that code was found.",
        "Leave the suppression out, so that the finding is told when it comes again.");
}
