using BlueGreen.Ecs.Diagnosis.Evidence;

namespace BlueGreen.Ecs.Diagnosis.Starting;

/// <summary>BG927: ECS is throttled.</summary>
internal sealed class ThrottledRule() : TroubleRule("BG927", CauseDepth.Room, TaskTrouble.Throttled)
{
    protected override string Fix =>
        "Deploy again later, and fewer services at the same time.";

    protected override string Message(FailureEvidence evidence, string line) => $"AWS throttles what ECS does for the service: {Cause.Sentence(line)}";
}
