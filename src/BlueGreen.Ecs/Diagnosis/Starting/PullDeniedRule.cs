using BlueGreen.Ecs.Diagnosis.Evidence;

namespace BlueGreen.Ecs.Diagnosis.Starting;

/// <summary>BG906: the execution role may not pull the image.</summary>
internal sealed class PullDeniedRule() : TroubleRule("BG906", CauseDepth.Start, TaskTrouble.PullDenied)
{
    protected override string Fix =>
        "Give the execution role AmazonECSTaskExecutionRolePolicy; let the repository's policy admit it when it is of another account; give the container repositoryCredentials for another private registry. An image that does not exist may be told the same way.";

    protected override string Message(FailureEvidence evidence, string line) => $"The new version's image may not be pulled: {Cause.Sentence(line)}";

    protected override string SubjectOf(FailureEvidence evidence, string line) => ImageOf(evidence, line);
}
