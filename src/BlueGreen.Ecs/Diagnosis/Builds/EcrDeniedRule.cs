namespace BlueGreen.Ecs.Diagnosis.Builds;

/// <summary>BG706: the build's role may not log in to ECR, or not push to it.</summary>
internal sealed class EcrDeniedRule() : LogWordsRule("BG706", "perform: ecr:", "perform: ecr-public:", "calling the GetAuthorizationToken operation", "denied: User:")
{
    protected override string Fix =>
        "Allow ecr:GetAuthorizationToken on * to the role, and ecr:BatchCheckLayerAvailability, InitiateLayerUpload, UploadLayerPart, CompleteLayerUpload and PutImage on the repository.";

    protected override string Message(BuildEvidence evidence) => "The build's role may not use Amazon ECR as the build does";

    protected override bool IsMeant(string line) => Denial.IsIn(line);

    protected override string SubjectOf(BuildEvidence evidence, string line) => evidence.Role;
}
