namespace BlueGreen.Ecs.Diagnosis.Settings;

/// <summary>BG943: the task definition was deregistered.</summary>
internal sealed class RevisionInactiveRule() : ToldRule("BG943", CauseDepth.Refusal, "TaskDefinition is inactive")
{
    protected override string Fix =>
        "Register it anew and deploy that revision, and keep the revisions of the last deployments from the job that tidies up: a rollback needs them.";

    protected override string Message(string line) => $"The revision of the task definition was deregistered: {Cause.Sentence(line)}";
}
