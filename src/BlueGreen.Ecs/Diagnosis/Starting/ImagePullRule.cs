using BlueGreen.Ecs.Diagnosis.Evidence;

namespace BlueGreen.Ecs.Diagnosis.Starting;

/// <summary>BG901: the image cannot be pulled, for a reason that no other rule knows.</summary>
internal sealed class ImagePullRule() : TroubleRule("BG901", CauseDepth.Start, TaskTrouble.Pull)
{
    protected override string Fix =>
        "Check that the image and its tag exist, that the execution role may pull it, and that the tasks' subnets reach the registry.";

    protected override string Message(FailureEvidence evidence, string line) => $"The new version's image cannot be pulled: {Cause.Sentence(line)}";

    protected override string SubjectOf(FailureEvidence evidence, string line) => ImageOf(evidence, line);
}
