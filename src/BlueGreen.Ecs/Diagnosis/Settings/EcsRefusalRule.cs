namespace BlueGreen.Ecs.Diagnosis.Settings;

/// <summary>BG949: ECS refused the new version, for a reason that no other rule knows.</summary>
internal sealed class EcsRefusalRule() : ToldRule("BG949", CauseDepth.Refusal, "ECS_UPDATE_ERROR", "cannot be updated due to an unexpected error")
{
    public override IReadOnlyList<string> ExplainedBy => ["BG911", "BG920", "BG921", "BG922", "BG926", "BG927", "BG939", "BG940", "BG941", "BG942", "BG943", "BG946", "BG947"];

    protected override string Fix =>
        "Do what ECS's own words ask for; preflight finds most of it before a deployment (PlanAsync).";

    protected override string Message(string line) => $"ECS refused to create the new version's task set: {Cause.Sentence(line)}";
}
