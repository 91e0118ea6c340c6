namespace BlueGreen.Ecs.Diagnosis.Course;

/// <summary>BG934: a hook's function does not exist.</summary>
internal sealed class HookMissingRule : IFailureRule
{
    private const string Fix = "Create the function in the service's region, or correct its name or ARN among the hooks.";

    public string Code => "BG934";

    public CauseDepth Depth => CauseDepth.Course;

    public IReadOnlyList<string> ExplainedBy => ["BG935"];

    public FailureCause? Explain(FailureEvidence evidence)
    {
        if (HookTroubles.Missing(evidence) is { Count: > 0 } told)
        {
            return Cause.Certain(Code, HookTroubles.SubjectOf(evidence), $"The hook's function does not exist or cannot be called{HookTroubles.At(evidence)}: {Cause.Sentence(told[0])}", Fix, told);
        }

        // CodeDeploy says the same of a function that reports a failure. That one has written a log, by which BG932 tells it.
        return evidence.Hook?.HasLog is false && HookTroubles.Failed(evidence) is { Count: > 0 } failed
            ? Cause.Likely(Code, HookTroubles.SubjectOf(evidence), $"The hook's function may not exist{HookTroubles.At(evidence)}: there is no log of it.", Fix, failed)
            : null;
    }
}
