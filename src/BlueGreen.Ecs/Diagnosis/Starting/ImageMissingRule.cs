using BlueGreen.Ecs.Diagnosis.Evidence;

namespace BlueGreen.Ecs.Diagnosis.Starting;

/// <summary>BG904: the image or its tag does not exist.</summary>
internal sealed class ImageMissingRule() : TroubleRule("BG904", CauseDepth.Start, TaskTrouble.ImageMissing)
{
    protected override string Fix =>
        "Push the image, or correct its repository and tag in the task definition. A digest (@sha256:…) instead of a tag cannot be moved meanwhile.";

    protected override string Message(FailureEvidence evidence, string line) => $"The new version's image does not exist in its registry: {Cause.Sentence(line)}";

    protected override string SubjectOf(FailureEvidence evidence, string line) => ImageOf(evidence, line);
}
