using BlueGreen.Ecs.Diagnosis.Evidence;

namespace BlueGreen.Ecs.Diagnosis.Starting;

/// <summary>BG924: the account has no Fargate processors left.</summary>
internal sealed class ProcessorLimitRule() : TroubleRule("BG924", CauseDepth.Room, TaskTrouble.ProcessorLimit)
{
    protected override string Fix =>
        "Have the quota 'Fargate On-Demand vCPU resource count' (or that of Spot) raised, or use smaller or fewer tasks: while both versions run, twice the tasks count.";

    protected override string Message(FailureEvidence evidence, string line) => $"The account's limit of Fargate vCPUs is reached: {Cause.Sentence(line)}";
}
