namespace BlueGreen.Ecs.Diagnosis.Settings;

/// <summary>BG947: the previous deployment's task sets have not settled.</summary>
internal sealed class SettlingRule() : ToldRule("BG947", CauseDepth.Refusal, "is behind prod listener")
{
    protected override string Fix =>
        "Wait until the service has one task set and that is steady, and deploy again. When it stays so, point the listener's whole traffic at the PRIMARY task set's target group.";

    protected override string Message(string line) => $"A task set of the previous deployment still stands behind the production listener: {Cause.Sentence(line)}";

    protected override string SubjectOf(FailureEvidence evidence, string line) => ArnIn(line, ":listener/") ?? evidence.Service;
}
