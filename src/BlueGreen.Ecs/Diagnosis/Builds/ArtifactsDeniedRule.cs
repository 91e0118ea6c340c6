namespace BlueGreen.Ecs.Diagnosis.Builds;

/// <summary>BG715: the build's role may not write its artifacts.</summary>
internal sealed class ArtifactsDeniedRule : IBuildRule
{
    public FailureCause? Explain(BuildEvidence evidence) =>
        evidence.FailedIn("UPLOAD_ARTIFACTS").FirstOrDefault(phase => Denial.IsIn(phase.Message)) is { } phase
            ? Cause.Certain(
                "BG715",
                evidence.Role,
                $"The build's role may not write its artifacts: {phase.Message}",
                "Allow s3:PutObject on the artifacts' bucket to the role, and kms:GenerateDataKey where it is encrypted with a key of your own.",
                phase.ToString())
            : null;
}
