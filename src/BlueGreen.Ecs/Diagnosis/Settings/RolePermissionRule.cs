namespace BlueGreen.Ecs.Diagnosis.Settings;

/// <summary>BG946: the role that deploys lacks a permission.</summary>
internal sealed class RolePermissionRule() : ToldRule("BG946", CauseDepth.Refusal, "IAM_ROLE_PERMISSIONS", "does not give you permission to perform operations", "is not authorized to perform", "iam:PassRole")
{
    public override IReadOnlyList<string> ExplainedBy => ["BG935"];

    protected override string Fix =>
        "Give the role AWSCodeDeployRoleForECS, and iam:PassRole on the task definition's execution role and task role: the Limited policy passes only roles called ecsTaskExecutionRole or ECSTaskExecution….";

    protected override string Message(string line) => $"The role that deploys lacks a permission: {Cause.Sentence(line)}";

    protected override string SubjectOf(FailureEvidence evidence, string line) => ArnIn(line, ":role/") ?? evidence.Service;
}
