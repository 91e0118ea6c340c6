namespace BlueGreen.Ecs.Diagnosis.Settings;

/// <summary>BG945: the role of the deployment group is gone.</summary>
internal sealed class RoleMissingRule() : ToldRule("BG945", CauseDepth.Refusal, "IAM_ROLE_MISSING", "IAM Role is missing")
{
    protected override string Fix =>
        "Create the role with a trust policy for codedeploy.amazonaws.com and AWSCodeDeployRoleForECS, or give the deployment group another serviceRoleArn.";

    protected override string Message(string line) => $"CodeDeploy's service role does not exist: {Cause.Sentence(line)}";

    protected override string SubjectOf(FailureEvidence evidence, string line) => ArnIn(line, ":role/") ?? evidence.Service;
}
