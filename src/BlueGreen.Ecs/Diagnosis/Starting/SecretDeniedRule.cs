using BlueGreen.Ecs.Diagnosis.Evidence;

namespace BlueGreen.Ecs.Diagnosis.Starting;

/// <summary>BG910: a secret or parameter of a container may not be read.</summary>
internal sealed class SecretDeniedRule() : TroubleRule("BG910", CauseDepth.Start, TaskTrouble.SecretDenied)
{
    protected override string Fix =>
        "Allow the execution role (not the task role) secretsmanager:GetSecretValue or ssm:GetParameters on it, and kms:Decrypt when it is encrypted by a key of your own.";

    protected override string Message(FailureEvidence evidence, string line) => $"The execution role may not read a secret or parameter that a container names under secrets: {Cause.Sentence(line)}";
}
