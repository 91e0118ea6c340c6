using BlueGreen.Ecs.Diagnosis.Evidence;

namespace BlueGreen.Ecs.Diagnosis.Starting;

/// <summary>BG911: a role of the task definition cannot be assumed.</summary>
internal sealed class UnassumableRoleRule() : TroubleRule("BG911", CauseDepth.Start, TaskTrouble.Role)
{
    protected override string Fix =>
        "Create the role, or let its trust policy allow sts:AssumeRole to ecs-tasks.amazonaws.com.";

    protected override string Message(FailureEvidence evidence, string line) => $"ECS cannot assume a role of the new version's task definition: {Cause.Sentence(line)}";

    protected override string SubjectOf(FailureEvidence evidence, string line) => Cause.Between(line, "role '", "'") ?? evidence.Service;
}
