namespace BlueGreen.Ecs.Diagnosis.Builds;

/// <summary>BG704: the source, or the branch or version that is asked for, is not there.</summary>
internal sealed class SourceMissingRule : IBuildRule
{
    private static readonly string[] Words = ["not found", "NoSuchKey", "NoSuchBucket", "does not exist", "no such"];

    public FailureCause? Explain(BuildEvidence evidence) =>
        evidence.FailedIn("DOWNLOAD_SOURCE").FirstOrDefault(phase => phase.Code != "YAML_FILE_ERROR" && !UnreadableSecretRule.IsMeant(phase) && !Denial.IsIn(phase.Message)
            && Array.Exists(Words, word => phase.Message.Contains(word, StringComparison.OrdinalIgnoreCase))) is { } phase
            ? Cause.Certain(
                "BG704",
                evidence.Project,
                $"The source of the build is not there: {phase.Message}",
                "Compare the project's source and the version that was asked for with what the repository or bucket has.",
                phase.ToString())
            : null;
}
