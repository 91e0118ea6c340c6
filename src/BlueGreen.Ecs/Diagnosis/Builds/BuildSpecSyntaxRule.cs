namespace BlueGreen.Ecs.Diagnosis.Builds;

/// <summary>BG703: the buildspec is no YAML, or no buildspec.</summary>
internal sealed class BuildSpecSyntaxRule : IBuildRule
{
    public FailureCause? Explain(BuildEvidence evidence) =>
        evidence.FailedIn("DOWNLOAD_SOURCE").FirstOrDefault(phase => phase.Code == "YAML_FILE_ERROR" && !BuildSpecMissingRule.IsMeant(phase)) is { } phase
            ? Cause.Certain(
                "BG703",
                evidence.Project,
                $"The buildspec cannot be read: {Cause.Sentence(phase.Message)}{(evidence.BuildSpecProblem is { } problem ? $" {problem}" : string.Empty)}",
                "Correct the buildspec; DocumentChecks.CheckFiles names the line and what is allowed there.",
                phase.ToString())
            : null;
}
