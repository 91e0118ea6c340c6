using BlueGreen.Ecs.Diagnosis.Evidence;

namespace BlueGreen.Ecs.Diagnosis.Starting;

/// <summary>BG923: no container instance has room for the new version.</summary>
internal sealed class NoInstanceRule() : TroubleRule("BG923", CauseDepth.Room, TaskTrouble.NoInstance)
{
    protected override string Fix =>
        "While both versions run, twice the tasks need room: add instances or a capacity provider with managed scaling, use dynamic host ports (hostPort 0) or awsvpc, and check placement constraints and attributes.";

    protected override string Message(FailureEvidence evidence, string line) => $"No container instance has room for a task of the new version: {Cause.Sentence(line)}";
}
