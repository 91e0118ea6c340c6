namespace BlueGreen.Ecs.Diagnosis.Course;

/// <summary>BG932: a hook's function said that the new version is not good, or failed itself.</summary>
internal sealed class HookFailedRule : IFailureRule
{
    public string Code => "BG932";

    public CauseDepth Depth => CauseDepth.Course;

    public IReadOnlyList<string> ExplainedBy => ["BG934", "BG935"];

    public FailureCause? Explain(FailureEvidence evidence)
    {
        var told = HookTroubles.Failed(evidence);
        return told.Count == 0 ? null : Cause.Certain(
            Code,
            HookTroubles.SubjectOf(evidence),
            $"The hook's function reported a failure{HookTroubles.At(evidence)}: {Cause.Sentence(told[0])}",
            "Read the function's log: either its check found the new version wrong, or the function itself threw.",
            told.Concat(HookTroubles.Log(evidence)));
    }
}
