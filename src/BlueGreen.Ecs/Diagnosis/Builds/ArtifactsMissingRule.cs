namespace BlueGreen.Ecs.Diagnosis.Builds;

/// <summary>BG714: the build did not make the files that it is to hand on.</summary>
internal sealed class ArtifactsMissingRule : IBuildRule
{
    public FailureCause? Explain(BuildEvidence evidence) =>
        evidence.FailedIn("UPLOAD_ARTIFACTS").FirstOrDefault(phase => phase.Message.Contains("no matching", StringComparison.OrdinalIgnoreCase)) is { } phase
            ? evidence.FailedIn("UPLOAD_ARTIFACTS").Count() == evidence.Failed.Count()
                ? Cause.Certain("BG714", evidence.Project, Message(phase), Fix, phase.ToString())
                : Cause.Possible("BG714", evidence.Project, Message(phase), "Look at the command that failed before: artifacts are looked for even after a failed command.", phase.ToString())
            : null;

    private const string Fix = "Write the files in a phase before, and name them under artifacts relative to the source's root, or to base-directory.";

    private static string Message(BuildPhaseSeen phase) => $"None of the files that the buildspec lists under artifacts is there: {phase.Message}";
}
