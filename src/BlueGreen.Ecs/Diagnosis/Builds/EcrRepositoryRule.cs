namespace BlueGreen.Ecs.Diagnosis.Builds;

/// <summary>BG707: the ECR repository that is pushed to is not there.</summary>
internal sealed class EcrRepositoryRule() : LogWordsRule("BG707", "name unknown:", "RepositoryNotFoundException", "does not exist in the registry")
{
    protected override string Fix => "Create the repository, or correct its name, account and region in the build's variables.";

    protected override string Message(BuildEvidence evidence) => "There is no such repository in Amazon ECR";

    protected override string SubjectOf(BuildEvidence evidence, string line) => Cause.Between(line, "repository with name '", "'") ?? evidence.Project;
}
