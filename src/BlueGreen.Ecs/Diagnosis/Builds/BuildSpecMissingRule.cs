namespace BlueGreen.Ecs.Diagnosis.Builds;

/// <summary>BG702: the buildspec is not in the source.</summary>
internal sealed class BuildSpecMissingRule : IBuildRule
{
    public FailureCause? Explain(BuildEvidence evidence) =>
        evidence.FailedIn("DOWNLOAD_SOURCE").FirstOrDefault(IsMeant) is { } phase
            ? Cause.Certain(
                "BG702",
                evidence.Project,
                $"The buildspec is not where it is looked for: {phase.Message}",
                "Put buildspec.yml at the root of the source, or name its path in the project.",
                phase.ToString())
            : null;

    public static bool IsMeant(BuildPhaseSeen phase) => phase.Code == "YAML_FILE_ERROR"
        && (phase.Message.Contains("no such file", StringComparison.OrdinalIgnoreCase) || phase.Message.Contains("does not exist", StringComparison.OrdinalIgnoreCase));
}
