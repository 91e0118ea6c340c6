namespace BlueGreen.Ecs.Diagnosis.Settings;

/// <summary>BG942: the AppSpec names no revision of a task definition.</summary>
internal sealed class RevisionNumberRule() : ToldRule("BG942", CauseDepth.Refusal, "Invalid revision number")
{
    protected override string Fix =>
        "Name a registered revision: the ARN that RegisterTaskDefinition returned, or family:3; not family:latest.";

    protected override string Message(string line) => $"The AppSpec's TaskDefinition is no revision that ECS knows: {Cause.Sentence(line)}";
}
