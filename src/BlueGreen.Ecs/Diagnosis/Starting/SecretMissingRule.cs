using BlueGreen.Ecs.Diagnosis.Evidence;

namespace BlueGreen.Ecs.Diagnosis.Starting;

/// <summary>BG909: a secret or parameter of a container does not exist.</summary>
internal sealed class SecretMissingRule() : TroubleRule("BG909", CauseDepth.Start, TaskTrouble.SecretMissing)
{
    protected override string Fix =>
        "Create it in the tasks' account and region, or correct valueFrom: the whole ARN for a secret, with :json-key:version-stage:version-id where one is meant.";

    protected override string Message(FailureEvidence evidence, string line) => $"A secret or parameter that a container names under secrets does not exist, or lacks that key or version: {Cause.Sentence(line)}";
}
