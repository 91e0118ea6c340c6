namespace BlueGreen.Ecs.Diagnosis.Builds;

/// <summary>BG716: the repository's tags are immutable, and the tag is taken.</summary>
internal sealed class ImageTagTakenRule() : LogWordsRule("BG716", "tag invalid:", "ImageTagAlreadyExistsException", "cannot be overwritten because the")
{
    protected override string Fix => "Give every build a tag of its own, such as the commit's, or let the repository's tags be moved.";

    protected override string Message(BuildEvidence evidence) => "The image's tag is taken in a repository whose tags are immutable";

    protected override string SubjectOf(BuildEvidence evidence, string line) => Cause.Between(line, "repository with name '", "'") ?? Cause.Between(line, "in the '", "'") ?? evidence.Project;
}
