using BlueGreen.Ecs.Diagnosis.Evidence;

namespace BlueGreen.Ecs.Diagnosis.Starting;

/// <summary>BG925: Fargate has no capacity.</summary>
internal sealed class NoFargateRule() : TroubleRule("BG925", CauseDepth.Room, TaskTrouble.NoFargate)
{
    protected override string Fix =>
        "Deploy again later, add subnets of other Availability Zones, or do not rely on FARGATE_SPOT alone.";

    protected override string Message(FailureEvidence evidence, string line) => $"Fargate has no capacity in the tasks' zones at the moment: {Cause.Sentence(line)}";
}
