namespace BlueGreen.Ecs.Diagnosis.Builds;

/// <summary>BG701: the build's role may not read its source.</summary>
internal sealed class SourceDeniedRule : IBuildRule
{
    public FailureCause? Explain(BuildEvidence evidence)
    {
        var phases = evidence.FailedIn("DOWNLOAD_SOURCE").Where(phase => Denial.IsIn(phase.Message) && !UnreadableSecretRule.IsMeant(phase)).ToList();
        if (phases.Count == 0)
        {
            return null;
        }

        var isCommit = evidence.SourceType == "CODECOMMIT" || phases[0].Message.Contains("codecommit", StringComparison.OrdinalIgnoreCase);
        return Cause.Certain(
            "BG701",
            evidence.Role,
            $"The build's role may not read its source: {phases[0].Message}",
            isCommit ? "Allow codecommit:GitPull on the repository to the role." : "Allow s3:GetObject, s3:GetObjectVersion and s3:GetBucketLocation on the artifacts to the role, and kms:Decrypt where they are encrypted with a key of your own.",
            phases.Select(phase => phase.ToString()));
    }
}
