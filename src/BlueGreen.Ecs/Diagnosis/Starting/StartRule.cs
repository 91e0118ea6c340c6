using BlueGreen.Ecs.Diagnosis.Evidence;

namespace BlueGreen.Ecs.Diagnosis.Starting;

/// <summary>BG913: a task cannot start, for a reason that no other rule knows.</summary>
internal sealed class StartRule() : TroubleRule("BG913", CauseDepth.Start, TaskTrouble.Start)
{
    protected override string Fix =>
        "Look at what the task definition asks for before a container runs: secrets, log options, volumes, entry point, user.";

    protected override string Message(FailureEvidence evidence, string line) => $"The new version's tasks cannot start: {Cause.Sentence(line)}";
}
