using BlueGreen.Ecs.Diagnosis.Evidence;

namespace BlueGreen.Ecs.Diagnosis.Starting;

/// <summary>BG905: the registry answers no more pulls.</summary>
internal sealed class PullLimitRule() : TroubleRule("BG905", CauseDepth.Start, TaskTrouble.PullLimit)
{
    protected override string Fix =>
        "Pull through an ECR pull-through cache or copy the image to ECR, or give the container repositoryCredentials of an account with a larger limit.";

    protected override string Message(FailureEvidence evidence, string line) => $"The registry's limit of pulls is reached: {Cause.Sentence(line)}";

    protected override string SubjectOf(FailureEvidence evidence, string line) => ImageOf(evidence, line);
}
