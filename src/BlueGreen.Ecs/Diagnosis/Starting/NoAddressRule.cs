using BlueGreen.Ecs.Diagnosis.Evidence;

namespace BlueGreen.Ecs.Diagnosis.Starting;

/// <summary>BG926: no address or network interface is free for a task.</summary>
internal sealed class NoAddressRule() : TroubleRule("BG926", CauseDepth.Room, TaskTrouble.NoAddress)
{
    protected override string Fix =>
        "Use larger or more subnets: each task takes an address, and both versions run side by side. On container instances the number of interfaces is limited too; ENI trunking raises it.";

    protected override string Message(FailureEvidence evidence, string line) => $"A task of the new version gets no network interface: {Cause.Sentence(line)}";
}
